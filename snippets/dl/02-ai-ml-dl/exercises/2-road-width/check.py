import numpy as np


def mistakes(X, s, w, b):
    """틀린 답과 그 까닭"""
    f = X @ w + b
    length = np.linalg.norm(w)
    near = (s * f).min()
    yield near / length, "한쪽 거리만 셌다. 길은 경계의 양쪽으로 같은 거리만큼 넓다."
    yield 2 * near, "w의 길이로 나누지 않았다. w·x + b는 거리가 아니라 점수다."
    yield (
        2 / length,
        ("언제나 2/‖w‖를 냈다. 그 식은 가장 가까운 점의 점수가 1일 때만 너비다."),
    )
    yield (
        2 * abs(f).min() / length,
        ("틀린 쪽에 선 점을 보지 못했다. 절댓값 대신 s를 곱한다."),
    )
    yield 2 * near / length, "너비가 음수다. 틀린 쪽에 선 점이 있으면 0을 돌려준다."
    yield (
        2 * (s * f).max() / length,
        "가장 먼 점까지 넓혔다. 가장 가까운 점에서 멈춘다.",
    )


def cases(rng):
    yield (
        np.array([[1.0, 0], [1, 4], [0, 2], [3, 2], [5, 3]]),
        np.array([-1.0, -1, -1, 1, 1]),
        np.array([3.0, 0.6]),
        -7.0,
        "페이지의 다섯 점",
    )
    w = rng.uniform(1, 3, 3) * [1, -1, 1]
    s = np.array([1.0, -1, 1, -1, 1, -1])
    far = rng.uniform(0.5, 4, 6)
    side = rng.standard_normal((6, 3))
    side -= np.outer(side @ w, w) / (w @ w)
    for sign, name in ((1, "모두 바른 쪽에 선 점"), (-1, "하나가 틀린 쪽에 선 점")):
        reach = far * np.array([sign, 1, 1, 1, 1, 1]) * s
        X = side + np.outer(reach, w) / np.linalg.norm(w) - 0.7 * w / (w @ w)
        yield X, s, w, 0.7, name


def check(answer) -> None:
    road_width = answer["road_width"]
    for X, s, w, b, name in cases(np.random.default_rng()):
        want = max(0.0, 2 * (s * (X @ w + b)).min() / np.linalg.norm(w))
        got = road_width(X.copy(), s.copy(), w.copy(), b)
        if got is None:
            raise AssertionError("아무것도 돌려주지 않았다. 너비를 return한다.")
        if np.shape(got) != ():
            raise AssertionError(
                "너비는 수 하나다. 가장 가까운 점 하나를 고른다. "
                f"나온 모양: {np.shape(got)}, 기대한 모양: ()"
            )
        if not np.isclose(got, want):
            why = next(
                (
                    text
                    for value, text in mistakes(X, s, w, b)
                    if np.isclose(got, value)
                ),
                "너비가 다르다.",
            )
            raise AssertionError(
                f"{why} {name}, w = {w.round(3).tolist()}로 시험했다. "
                f"나온 값: {float(got):.4f}, 기대한 값: {want:.4f}"
            )
