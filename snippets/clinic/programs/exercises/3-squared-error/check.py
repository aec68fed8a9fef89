import numpy as np


def right(y_hat, y):
    r = y_hat - y[:, None]
    return np.mean(r**2), 2 * r / len(y)


def spread(y_hat, y):
    r = y_hat - y
    return np.mean(r**2), 2 * r.sum(axis=1, keepdims=True) / r.size


def all_pairs(y_hat, y):
    r = y_hat - y
    return np.mean(r**2), 2 * r / r.size


MISTAKES = {
    "(N, 1)에서 (N,)을 빼 (N, N)이 되었다. 모든 쌍의 차이다.": spread,
    "(N, 1)에서 (N,)을 뺀 (N, N)을 그대로 돌려준다.": all_pairs,
    "기울기의 모양이 (N,)이다. y_hat과 같은 (N, 1)로 돌려준다.": (
        lambda y_hat, y: (right(y_hat, y)[0], right(y_hat, y)[1][:, 0])
    ),
    "제곱을 미분한 2가 빠졌다.": (
        lambda y_hat, y: (right(y_hat, y)[0], right(y_hat, y)[1] / 2)
    ),
    "기울기를 N으로 나누지 않았다. 손실이 평균이다.": (
        lambda y_hat, y: (right(y_hat, y)[0], right(y_hat, y)[1] * len(y))
    ),
    "정답에서 예측을 뺐다. 기울기의 부호가 거꾸로다.": (
        lambda y_hat, y: (right(y_hat, y)[0], -right(y_hat, y)[1])
    ),
    "손실이 합이다. 평균을 돌려준다.": (
        lambda y_hat, y: (right(y_hat, y)[0] * len(y), right(y_hat, y)[1])
    ),
}


def cases(rng):
    yield np.array([[1.0], [2.0], [4.0]]), np.array([1, 2, 3])
    for n in (2, 5, 4):
        yield rng.normal(0, 3, (n, 1)), rng.normal(0, 3, n)


def check(answer) -> None:
    how = {"keeps": ("y_hat", "y")}
    answer.compare("squared_error", right, cases(answer.rng()), MISTAKES, **how)
