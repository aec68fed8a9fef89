import numpy as np


def check(answer) -> None:
    lion_step = answer["lion_step"]
    rng = np.random.default_rng()
    w, g, m = rng.uniform(1, 3, 4), rng.uniform(1, 9, 4), rng.uniform(1, 2, 4)
    g *= [1, -1, 1, -1]
    m *= [1, -1, -1, 1]
    g[2:] *= 0.5  # 섞으면 m의 부호가 이긴다
    kept = w.copy(), g.copy(), m.copy()
    result = lion_step(w, g, m, lr=0.25)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise AssertionError(
            f"새 가중치와 새 모멘텀, 둘을 돌려주어야 한다. 나온 값: {result!r}"
        )
    for name, before, after in zip("wgm", kept, (w, g, m), strict=True):
        if not np.array_equal(before, after):
            raise AssertionError(
                f"받은 배열 {name}, 곧 인수를 바꾸었다. 새 배열을 만들어 돌려준다. "
                f"나온 값: {after.round(3)}, 기대한 값: {before.round(3)}"
            )
    new_w, new_m = (np.asarray(part, dtype=float) for part in result)

    def near(got, want):
        return got.shape == want.shape and np.allclose(got, want)

    def fail(mistake, got, want):
        raise AssertionError(
            f"{mistake} g={g.round(2)}, m={m.round(2)}, lr=0.25에서 "
            f"나온 값: {got.round(3)}, 기대한 값: {want.round(3)}"
        )

    c = 0.9 * m + 0.1 * g
    want_w, want_m = w - 0.25 * np.sign(c), 0.99 * m + 0.01 * g
    if near(new_w, w + 0.25 * np.sign(c)):
        fail("오르막으로 걸었다. 빼야 내려간다.", new_w, want_w)
    if near(new_w, w - 0.25 * c):
        fail("부호를 취하지 않았다. np.sign(c)를 쓴다.", new_w, want_w)
    if near(new_w, w - 0.25 * np.sign(g)):
        fail("기울기만 보았다. 모멘텀과 섞은 c의 부호를 쓴다.", new_w, want_w)
    if not near(new_w, want_w):
        fail("새 가중치가 다르다.", new_w, want_w)
    if near(new_m, c):
        fail("모멘텀을 β₁으로 고쳤다. 간직하는 m은 β₂로 섞는다.", new_m, want_m)
    if not near(new_m, want_m):
        fail("새 모멘텀이 다르다.", new_m, want_m)

    # β₁이 0이고 β₂가 크면 섞는 차례가 결과를 가른다.
    got, _ = lion_step(w, g, m, lr=0.25, betas=(0.0, 1.0))
    if not near(np.asarray(got, dtype=float), w - 0.25 * np.sign(g)):
        fail(
            "betas=(0, 1)이면 c는 g다. m을 고친 뒤의 값을 섞지 않았는지 본다.",
            np.asarray(got, dtype=float),
            w - 0.25 * np.sign(g),
        )
    got = np.asarray(lion_step(w, g, m, 0.25, (0.9, 0.99), 0.4)[0], dtype=float)
    want = w - 0.25 * (np.sign(c) + 0.4 * w)
    if near(got, w - 0.25 * np.sign(c + 0.4 * w)) or near(
        got, w - 0.25 * np.sign(0.9 * m + 0.1 * (g + 0.4 * w))
    ):
        fail("감쇠가 부호 속에 들어가 사라졌다. 부호를 취한 뒤에 더한다.", got, want)
    if near(got, w - 0.25 * np.sign(c)):
        fail("weight_decay를 쓰지 않았다.", got, want)
    if not near(got, want):
        fail("weight_decay=0.4일 때의 새 가중치가 다르다.", got, want)
