import numpy as np


def solve(X, y, alpha, bias_alpha=0.0):
    A = np.column_stack([X, np.ones(len(X))])
    penalty = np.diag([alpha] * X.shape[1] + [bias_alpha])
    return np.linalg.solve(A.T @ A + penalty, A.T @ y)


def mistakes(X, y, alpha):
    """틀린 답과 그 까닭. w와 b를 이어 붙여 견준다."""
    N, D = X.shape
    good = solve(X, y, alpha)
    through_origin = np.linalg.solve(X.T @ X + alpha * np.eye(D), X.T @ y)
    return {
        "편향에도 벌을 주었다.": solve(X, y, alpha, alpha),
        "벌을 주지 않았다.": solve(X, y, 0.0),
        "벌을 N배로 주었다.": solve(X, y, alpha * N),
        "벌을 N으로 나누었다.": solve(X, y, alpha / N),
        "α를 제곱했다.": solve(X, y, alpha**2),
        "편향에서 평균에 곱한 몫을 빼지 않았다.": np.append(good[:D], y.mean()),
        "평균을 빼지 않아 원점을 지나게 했다.": np.append(
            through_origin, y.mean() - X.mean(axis=0) @ through_origin
        ),
        "편향이 없다.": np.append(through_origin, 0.0),
    }


def check(answer) -> None:
    ridge = answer["ridge"]
    X = np.array([[1.0, 10], [1, 30], [3, 10], [3, 30]])
    y = np.array([19.0, 23, 27, 35])
    compare(ridge, X, y, 3.0, "배달 네 건")
    compare(ridge, X, y, 0.0, "배달 네 건")
    rng = np.random.default_rng()
    X, y = rng.normal(3, 2, (11, 3)), rng.normal(-5, 4, 11)
    compare(ridge, X, y, float(rng.uniform(2, 9)), "무작위 데이터 11개")


def compare(ridge, X, y, alpha, name) -> None:
    given = X.copy(), y.copy()
    got = ridge(*given, alpha)
    if not (np.array_equal(given[0], X) and np.array_equal(given[1], y)):
        raise AssertionError(
            "받은 X나 y를 바꾸었다. X -= 대신 Z = X - x_mean으로 새 배열을 만든다."
        )
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        raise AssertionError(f"돌려준 것: {got!r}, 기대한 것: 두 개짜리 (w, b)")
    w, b = np.asarray(got[0], dtype=float), got[1]
    if w.shape != (X.shape[1],) or np.size(b) != 1:
        raise AssertionError(
            f"{name}에서 w와 b의 모양이 {w.shape}, {np.shape(b)}이다. "
            f"w는 ({X.shape[1]},), b는 수 하나여야 한다."
        )
    found, good = np.append(w, b), solve(X, y, alpha)
    if np.allclose(found, good, rtol=1e-6, atol=1e-8):
        return
    tried = (
        f"{name}, α = {alpha:.3g}에서 나온 w와 b: {found.round(3).tolist()}, "
        f"기대한 것: {good.round(3).tolist()}"
    )
    for why, wrong in mistakes(X, y, alpha).items():
        if np.allclose(found, wrong, rtol=1e-6, atol=1e-8):
            raise AssertionError(f"{why} {tried}")
    raise AssertionError(f"답이 다르다. {tried}")
