import numpy as np

from lessons.cnn.segmentation.metrics import dice, jaccard

truth = np.ones((2, 100), dtype=bool)  # 두 그림, 저마다 100픽셀


def model(*rights):
    """정답 100픽셀 가운데 rights개씩만 칠한다."""
    return np.arange(100) < np.array(rights)[:, None]


for name, found in (("고른 모델", model(50, 50)), ("들쭉날쭉한 모델", model(100, 5))):
    ious = [jaccard(t, f) for t, f in zip(truth, found, strict=True)]
    dices = [dice(t, f) for t, f in zip(truth, found, strict=True)]
    print(f"{name}: 평균 IoU {np.mean(ious):.3f}, 평균 Dice {np.mean(dices):.3f}")
