import numpy as np

MISTAKES = {
    (10, 5): "w와 b의 순서가 바뀌었다.",
    (130 / 14, None): "평균을 빼지 않고 곱했다.",
    (10 / 56, None): "x와 y의 자리가 바뀌었다.",
    (10, None): "x의 편차를 제곱한 합으로 나누지 않았다.",
    (5, 20): "편향에서 w·x̄를 빼지 않았다.",
}


def check(answer) -> None:
    x, y = np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0])
    got = answer["fit_line"](x, y)
    assert np.shape(got) == (2,), (
        f"fit_line(x, y)가 돌려준 것: {got!r}, 기대한 것: 두 수 (w, b)"
    )
    w, b = got
    tried = f"x = {x}, y = {y}에서 w = {w:.3f}, b = {b:.3f}이 나왔다."
    for (wrong_w, wrong_b), why in MISTAKES.items():
        same_b = wrong_b is None or np.isclose(b, wrong_b)
        assert not (np.isclose(w, wrong_w) and same_b), f"{why} {tried}"
    assert np.allclose(got, (5, 10)), f"{tried} w = 5, b = 10이어야 한다."

    rng = np.random.default_rng()
    x, y = rng.normal(3, 2, 11), rng.normal(-5, 4, 11)
    w, b = answer["fit_line"](x.copy(), y.copy())
    expected = np.linalg.lstsq(np.column_stack([x, np.ones(11)]), y, rcond=None)[0]
    assert np.allclose((w, b), expected), (
        f"세 점에서는 맞았지만 무작위 점 11개에서는 w = {w:.3f}, b = {b:.3f}이 나왔다. "
        f"w = {expected[0]:.3f}, b = {expected[1]:.3f}이어야 한다."
    )
