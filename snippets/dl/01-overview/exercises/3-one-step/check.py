import numpy as np


def step(W, b, X, y, lr, **how):
    """how의 것만 한 군데씩 다르게 하는 한 걸음."""
    N, K = len(y), len(b)
    z = X @ W + b * how.get("bias", 1)
    axis = how.get("axis", 1)
    e = np.exp(z - z.max(axis=how.get("top", axis), keepdims=True))
    p = e / e.sum(axis=axis, keepdims=True)
    Y = np.eye(K)[y] * how.get("truth", 1)
    dz = (p - Y) / (N if how.get("mean", True) else 1)
    if how.get("squared"):
        dz = dz * p * (1 - p)
    rate = lr * how.get("way", 1) if how.get("rate", True) else 1.0
    db = dz.mean(axis=0) if how.get("averaged") else dz.sum(axis=0)
    return W - rate * X.T @ dz, b - rate * db * how.get("db", 1)


def one_step(W, b, X, y, lr):
    return step(W, b, X, y, lr)


def otherwise(**how):
    return lambda W, b, X, y, lr: step(W, b, X, y, lr, **how)


def plain(W, b, X, y, lr):
    e = np.exp(X @ W + b)
    dz = (e / e.sum(axis=1, keepdims=True) - np.eye(len(b))[y]) / len(y)
    return W - lr * X.T @ dz, b - lr * dz.sum(axis=0)


MISTAKES = {
    "기울기를 더했다. 손실이 주는 쪽은 기울기의 반대쪽이다.": otherwise(way=-1),
    "N으로 나누지 않았다. 손실이 평균이니 기울기도 평균이다.": otherwise(mean=False),
    "학습률을 곱하지 않았다.": otherwise(rate=False),
    "정답을 빼지 않았다. 확률에서 정답을 1로 적은 표를 뺀다.": otherwise(truth=0),
    "점수에 b를 더하지 않았다. 식 (1.1)을 다시 본다.": otherwise(bias=0),
    "b를 고치지 않았다. dz를 행끼리 더한 것이 b의 기울기다.": otherwise(db=0),
    "b의 기울기를 N으로 두 번 나누었다. 나눈 dz는 더하기만 한다.": otherwise(
        averaged=True
    ),
    "열마다 합이 1이 되게 나누었다. 확률은 한 행의 합이 1이다.": otherwise(axis=0),
    "큰 점수에서 지수가 넘쳤다. 행마다 가장 큰 점수를 빼고 지수를 씌운다.": plain,
    "표 전체의 가장 큰 점수를 뺐다. 행마다 빼야 작은 행이 모두 0이 되지 않는다.": (
        otherwise(top=None)
    ),
    "제곱 오차의 기울기를 썼다. 이 손실의 기울기는 확률 빼기 정답이다.": otherwise(
        squared=True
    ),
    "차례가 바뀌었다. 새 W와 새 b의 순서다.": lambda *args: one_step(*args)[::-1],
    "W만 돌려주었다. 새 b와 함께 돌려준다.": lambda *args: one_step(*args)[0],
}


def cases(rng):
    X, y = np.array([[1.0, 0, 1], [0, 1, 0]]), np.array([0, 1])
    yield np.zeros((3, 2)), np.zeros(2), X, y, 1.0
    for N, D, K in ((5, 3, 4), (1, 2, 3), (4, 4, 4), (6, 1, 2), (3, 5, 1), (7, 2, 5)):
        W, b = rng.normal(size=(D, K)), rng.normal(size=K)
        X, y = rng.normal(size=(N, D)), rng.integers(0, K, N)
        yield W, b, X, y, float(rng.uniform(0.1, 3))
    # 그림마다 점수의 크기가 크게 다르다
    X, y = np.array([[1.0], [-1.0], [0.0]]), np.array([1, 1, 0])
    yield np.array([[2000.0, 0.0]]), np.zeros(2), X, y, 0.5
    W, b = rng.normal(size=(3, 4)), rng.normal(size=4)
    yield 1000 * W, b, rng.normal(size=(5, 3)), rng.integers(0, 4, 5), 0.5
    yield W, b - 2000, rng.normal(size=(5, 3)), rng.integers(0, 4, 5), 0.5


def check(answer) -> None:
    rng, keeps = answer.rng(), ("W", "b", "X", "y")
    answer.compare("one_step", one_step, cases(rng), MISTAKES, keeps=keeps)
