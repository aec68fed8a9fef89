import numpy as np


def solve(X, y, alpha, bias_alpha=0.0):
    A = np.column_stack([X, np.ones(len(X))])
    penalty = np.diag([alpha] * X.shape[1] + [bias_alpha])
    w_and_b = np.linalg.solve(A.T @ A + penalty, A.T @ y)
    return w_and_b[:-1], w_and_b[-1]


def ridge(X, y, alpha):
    return solve(X, y, alpha)


def origin(X, y, alpha):
    return np.linalg.solve(X.T @ X + alpha * np.eye(X.shape[1]), X.T @ y)


def everywhere(X, y, alpha):
    Z = X - X.mean(axis=0)
    w = np.linalg.solve(Z.T @ Z + alpha, Z.T @ (y - y.mean()))
    return w, y.mean() - X.mean(axis=0) @ w


MISTAKES = {
    "편향에도 벌을 주었다.": lambda X, y, alpha: solve(X, y, alpha, alpha),
    "벌을 주지 않았다.": lambda X, y, alpha: solve(X, y, 0.0),
    "np.eye를 빠뜨려 α가 모든 칸에 더해졌다. 대각선에만 더한다.": everywhere,
    "벌을 N배로 주었다.": lambda X, y, alpha: solve(X, y, alpha * len(X)),
    "벌을 N으로 나누었다.": lambda X, y, alpha: solve(X, y, alpha / len(X)),
    "벌을 반만 주었다.": lambda X, y, alpha: solve(X, y, alpha / 2),
    "벌을 두 배로 주었다.": lambda X, y, alpha: solve(X, y, alpha * 2),
    "벌을 더하지 않고 뺐다.": lambda X, y, alpha: solve(X, y, -alpha),
    "α를 제곱했다.": lambda X, y, alpha: solve(X, y, alpha**2),
    "w와 b의 순서가 바뀌었다. (w, b)로 돌려준다.": lambda X, y, alpha: solve(
        X, y, alpha
    )[::-1],
    "편향에서 평균에 곱한 몫을 빼지 않았다.": lambda X, y, alpha: (
        solve(X, y, alpha)[0],
        y.mean(),
    ),
    "평균을 빼지 않아 원점을 지나게 했다.": lambda X, y, alpha: (
        origin(X, y, alpha),
        y.mean() - X.mean(axis=0) @ origin(X, y, alpha),
    ),
    "편향이 없다.": lambda X, y, alpha: (origin(X, y, alpha), 0.0),
}


def cases(rng):
    X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
    for alpha in (3.0, 0, 0.5):
        yield X, np.array([19.0, 23, 27, 35]), alpha
    yield np.array([[2.0], [5.0], [-1.0]]), np.array([1.0, -4.0, 3.0]), 7
    for N, D in ((11, 3), (6, 1), (7, 5), (20, 4)):
        X = rng.normal(3, 2, (N, D)) * rng.choice([0.1, 1, 10], size=D)
        yield X, rng.normal(-5, 4, N), float(rng.uniform(2, 9))


def check(answer) -> None:
    answer.compare("ridge", ridge, cases(answer.rng()), MISTAKES, keeps=("X", "y"))
