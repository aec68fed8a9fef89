import numpy as np


def steps(kappa, eps):
    left = (kappa - 1) / (kappa + 1)
    return next(t for t in range(1, 10**7) if left**t <= eps)


def condition(X):
    curves = np.linalg.eigvalsh(X.T @ X)
    return max(curves[-1] / curves[0], 1.0)


def steps_needed(X, eps):
    return steps(condition(X), eps)


MISTAKES = {
    "X의 조건수를 썼다. 곡률은 XᵀX의 고윳값이라 그 제곱이다.": lambda X, eps: steps(
        condition(X) ** 0.5, eps
    ),
    "조건수를 한 번 더 제곱했다.": lambda X, eps: steps(condition(X) ** 2, eps),
    "κ/2 · log(1/ε)은 어림이다. 남는 비율 (κ − 1)/(κ + 1)을 거듭 곱해 센다.": (
        lambda X, eps: int(np.ceil(condition(X) / 2 * np.log(1 / eps)))
    ),
    "한 걸음 모자란다. 처음으로 eps 이하가 되는 걸음이다.": lambda X, eps: (
        steps_needed(X, eps) - 1
    ),
    "한 걸음 더 셌다. 처음으로 eps 이하가 되는 걸음이다.": lambda X, eps: (
        steps_needed(X, eps) + 1
    ),
    "손실이 줄어드는 비율로 셌다. 손실은 거리의 제곱이다.": lambda X, eps: steps(
        condition(X), eps**0.5
    ),
}


def cases(rng):
    X = np.array([[-1.0, -10], [-1, 10], [1, -10], [1, 10]])
    for eps in (1e-6, 0.3, 0.99):
        yield X, eps
    yield np.array([[2.0], [-2.0]]), 1e-6
    for kappa in (1, 2.5, 4):
        yield X / [1, 10] * [1, np.sqrt(kappa)], 1e-6
    for N, D in ((11, 3), (6, 2), (20, 4)):
        X = rng.normal(0, 1, (N, D)) * rng.choice([1.0, 3.0], size=D)
        yield X - X.mean(axis=0), float(rng.uniform(1e-5, 1e-2))


def check(answer) -> None:
    answer.compare("steps_needed", steps_needed, cases(answer.rng()), MISTAKES)
