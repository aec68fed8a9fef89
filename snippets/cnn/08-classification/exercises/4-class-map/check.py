import numpy as np


def mixed(A, weights):
    return np.tensordot(weights, A, axes=1) / A[0].size


def class_map(A, W, c):
    return np.maximum(mixed(A, W[c]), 0)


MISTAKES = {
    "음수를 지우지 않았다. 그 클래스를 낮추는 자리는 0으로 둔다.": (
        lambda A, W, c: mixed(A, W[c])
    ),
    "칸의 수로 나누지 않았다. 평균의 기울기는 칸마다 1/(HW)이다.": (
        lambda A, W, c: class_map(A, W, c) * A[0].size
    ),
    "채널의 수로 나누었다. 평균을 낸 칸의 수 HW로 나눈다.": (
        lambda A, W, c: class_map(A, W, c) * A[0].size / len(A)
    ),
    "채널의 수로도 나누었다. 한 맵의 칸의 수 HW로 나눈다.": (
        lambda A, W, c: class_map(A, W, c) / len(A)
    ),
    "맵마다 음수를 지우고 더했다. 모두 더한 뒤에 지운다.": lambda A, W, c: np.maximum(
        W[c][:, None, None] * A / A[0].size, 0
    ).sum(axis=0),
    "무게의 음수를 지웠다. 맵을 모두 더한 뒤에 지운다.": (
        lambda A, W, c: mixed(A, np.maximum(W[c], 0))
    ),
    "절댓값을 취했다. 반대하는 자리까지 뜨거워진다.": (
        lambda A, W, c: np.abs(mixed(A, W[c]))
    ),
    "W의 열을 썼다. 클래스 c의 가중치는 W의 c번째 행이다.": (
        lambda A, W, c: np.maximum(mixed(A, W[:, c]), 0)
    ),
    "모든 클래스의 지도를 그렸다. 클래스 c의 것만 돌려준다.": (
        lambda A, W, c: np.maximum(mixed(A, W), 0)
    ),
    "가장 큰 값으로 나누었다. 식 (8.12)의 값을 그대로 돌려준다.": (
        lambda A, W, c: class_map(A, W, c) / max(class_map(A, W, c).max(), 1e-12)
    ),
}


def cases(rng):
    yield np.array([[[1.0, 0], [2, 1]], [[0, 4], [0, 0]]]), np.array([[4.0, -2]]), 0
    for size in [(1, 1, 1, 2), (3, 2, 5, 3), *rng.integers(1, 6, (10, 4)).tolist()]:
        C, height, width, K = size
        A = rng.uniform(0, 2, (C, height, width)) - rng.integers(2)
        yield A, rng.normal(0, 9, (K, C)), int(rng.integers(K))


def check(answer) -> None:
    how = {"keeps": ("A", "W")}
    answer.compare("class_map", class_map, cases(answer.rng()), MISTAKES, **how)
