import numpy as np


def moved(change):
    """네 좌표를 change(x1, y1, x2, y2, 너비)로 바꾸는 함수"""

    def flip_boxes(boxes, width):
        x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
        return np.stack(change(x1, y1, x2, y2, width), axis=1)

    return flip_boxes


flip_boxes = moved(lambda x1, y1, x2, y2, W: (W - x2, y1, W - x1, y2))

MISTAKES = {
    "width - 1에서 뺐다. 상자의 좌표는 칸의 번호가 아니라 칸의 변이다.": moved(
        lambda x1, y1, x2, y2, W: (W - 1 - x2, y1, W - 1 - x1, y2)
    ),
    "왼쪽과 오른쪽이 바뀌었다. 뒤집으면 오른쪽 변이 왼쪽 변이 된다.": moved(
        lambda x1, y1, x2, y2, W: (W - x1, y1, W - x2, y2)
    ),
    "상자를 그대로 두었다. 사진이 움직이면 상자도 움직인다.": moved(
        lambda x1, y1, x2, y2, W: (x1, y1, x2, y2)
    ),
    "위아래를 뒤집었다. 좌우로 뒤집으면 y는 그대로다.": moved(
        lambda x1, y1, x2, y2, W: (x1, W - y2, x2, W - y1)
    ),
    "y까지 뒤집었다. 좌우로 뒤집으면 y는 그대로다.": moved(
        lambda x1, y1, x2, y2, W: (W - x2, W - y2, W - x1, W - y1)
    ),
    "바꾼 x1로 x2를 구했다. 두 값을 모두 구한 다음에 써 넣는다.": moved(
        lambda x1, y1, x2, y2, W: (W - x2, y1, x2, y2)
    ),
    "좌표가 아니라 너비와 높이로 읽었다. 상자는 xyxy다.": moved(
        lambda x1, y1, x2, y2, W: (W - x1 - x2, y1, x2, y2)
    ),
    "상자 하나가 열 하나가 되었다. axis=1로 쌓거나 전치한다.": (
        lambda boxes, width: flip_boxes(boxes, width).T
    ),
    "상자가 하나도 없을 때 네 열이 사라졌다. 그때도 모양은 (0, 4)다.": (
        lambda boxes, width: flip_boxes(boxes, width) if len(boxes) else np.zeros(0)
    ),
}


def cases(rng):
    yield np.array([[1.0, 0, 3, 2]]), 6
    yield np.zeros((0, 4)), 9
    yield np.array([[0, 0, 7, 3]]), 7
    for n in rng.integers(1, 5, 8):
        W = int(rng.integers(5, 60))
        # 끝이 사진 밖으로 나간 상자도, 소수인 좌표도 있다
        corners = np.sort(rng.uniform(-3, W + 3, (n, 2, 2)), axis=1).round(1)
        yield corners.reshape(n, 4), W


def check(answer) -> None:
    how = {"keeps": ("boxes",)}
    answer.compare("flip_boxes", flip_boxes, cases(answer.rng()), MISTAKES, **how)
