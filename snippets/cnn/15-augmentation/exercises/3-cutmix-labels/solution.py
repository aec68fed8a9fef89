import numpy as np


def cutmix_labels(mine, other, box, size):
    """네모를 다른 사진에서 가져왔을 때의 정답.

    mine, other: (K,) 제 사진과 다른 사진의 클래스 확률
    box: (x1, y1, x2, y2) 정수. 사진 밖으로 나가면 안쪽만 바뀐다
    size: (세로, 가로)
    반환: (K,)
    받은 것은 고치지 않는다
    """
    H, W = size
    x1, y1, x2, y2 = np.clip(box, 0, [W, H, W, H])
    share = (x2 - x1) * (y2 - y1) / (H * W)
    return (1 - share) * np.asarray(mine) + share * np.asarray(other)


print(cutmix_labels([1, 0], [0, 1], (1, 1, 6, 6), (4, 4)))
