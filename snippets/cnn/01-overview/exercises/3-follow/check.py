import numpy as np


def follow(W, order):
    return W[order].astype(float)


MISTAKES = {
    "가중치를 그대로 두었다. 특성이 자리를 옮기면 그 가중치도 따라 옮긴다.": (
        lambda W, order: W
    ),
    "열을 옮겼다. 섞이는 것은 특성, 곧 W의 행이다.": lambda W, order: W[:, order],
    "뒤집어서 열을 옮겼다. 섞이는 것은 특성, 곧 W의 행이다.": (
        lambda W, order: W.T[:, order]
    ),
    "거꾸로 옮겼다. 새 그림의 k번 칸에 옛 order[k]번 칸이 왔으니 k번 행에도 옛 "
    "order[k]번 행이 와야 한다.": lambda W, order: W[np.argsort(order)],
}


def cases(rng):
    for D, K in ((5, 5), (4, 3), (9, 2), (2, 7), (1, 1), (12, 12)):
        yield rng.normal(size=(D, K)), rng.permutation(D)
    yield rng.integers(-9, 9, (10, 4)), rng.permutation(10)


def check(answer) -> None:
    keeps = "W", "order"
    answer.compare("follow", follow, cases(answer.rng()), MISTAKES, keeps=keeps)
