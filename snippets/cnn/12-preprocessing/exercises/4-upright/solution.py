import numpy as np


def upright(image, orientation):
    """카메라가 적은 방향 1, 3, 6, 8의 그림을 바로 세운다. image: (H, W)나 (H, W, 3)

    받은 것은 고치지 않는다
    """
    quarter_turns = {1: 0, 3: 2, 6: -1, 8: 1}  # 시계 반대 방향으로 몇 번
    return np.rot90(image, quarter_turns[orientation])


F = np.array([[1, 1, 1], [1, 0, 0], [1, 1, 0], [1, 0, 0]])
lying = np.rot90(F)  # 왼쪽으로 누워 찍힌 사진
print(np.array_equal(upright(lying, 6), F))
