import numpy as np

MISTAKES = {
    (5, 10): "무게 s를 쓰지 않았다.",
    (14 / 3, None): "평균을 낼 때 무게를 빠뜨렸다.",
    (32 / 7, None): "무게를 두 번 곱했다.",
}


def check(answer) -> None:
    x, y = np.array([1.0, 2.0, 3.0]), np.array([14.0, 22.0, 24.0])
    s = np.array([1.0, 1.0, 2.0])
    got = answer["fit_weighted"](x, y, s)
    assert np.shape(got) == (2,), (
        f"fit_weighted(x, y, s)가 돌려준 것: {got!r}, 기대한 것: 두 수 (w, b)"
    )
    w, b = got
    tried = f"x = {x}, y = {y}, s = {s}에서 w = {w:.3f}, b = {b:.3f}이 나왔다."
    for (wrong_w, wrong_b), why in MISTAKES.items():
        same_b = wrong_b is None or np.isclose(b, wrong_b)
        assert not (np.isclose(w, wrong_w) and same_b), f"{why} {tried}"
    assert np.allclose(got, (52 / 11, 114 / 11)), (
        f"{tried} 셋째 점을 두 번 넣은 것과 같은 w = 4.727, b = 10.364여야 한다."
    )

    rng = np.random.default_rng()
    x, y, s = rng.normal(size=11), rng.normal(size=11), rng.uniform(0.1, 3, 11)
    w, b = answer["fit_weighted"](x.copy(), y.copy(), s.copy())
    r = y - (w * x + b)
    slopes = np.array([(s * r).sum(), (s * r * x).sum()])
    assert np.allclose(slopes, 0), (
        f"무작위 점 11개에서 Σsr = {slopes[0]:.3f}, Σsrx = {slopes[1]:.3f}이 나왔다. "
        "가장 작은 자리에서는 둘 다 0이어야 한다."
    )
