import numpy as np


def check(answer) -> None:
    warmup_cosine = answer["warmup_cosine"]
    rng = np.random.default_rng()
    lr = float(rng.uniform(0.1, 0.9))

    def expect(t, want, mistake):
        got = warmup_cosine(t, lr=lr, warmup=20, total=100)
        if np.ndim(got) != 0 or not isinstance(got, int | float | np.number):
            raise AssertionError(f"수 하나를 돌려주어야 한다. 나온 값: {got!r}")
        if not np.isclose(got, want, rtol=1e-6, atol=1e-9):
            raise AssertionError(
                f"{mistake} lr={lr:.4f}, warmup=20, total=100에서 t={t}. "
                f"나온 값: {got:.4f}, 기대한 값: {want:.4f}"
            )

    expect(0, 0.0, "처음은 0이어야 한다.")
    expect(5, lr / 4, "웜업은 t에 비례해 곧게 오른다.")
    expect(20, lr, "웜업이 끝나는 걸음에 꼭 lr이어야 한다.")
    expect(
        60,
        lr / 2,
        "코사인은 웜업이 끝난 때부터 센다. 진행은 (t - warmup) / (total - warmup)이다.",
    )
    expect(100, 0.0, "total에서 0이어야 한다.")
    expect(
        40,
        lr * (1 + np.cos(np.pi / 4)) / 2,
        "직선이 아니라 코사인을 따라 내려간다.",
    )
    expect(150, 0.0, "total을 지나면 되오르지 않고 0에 머문다.")
    for _ in range(5):
        warmup = int(rng.integers(1, 50))
        total = warmup + int(rng.integers(1, 90))
        t = int(rng.integers(0, total + 30))
        part = min(max(t - warmup, 0) / (total - warmup), 1)
        want = lr * min(t / warmup, 1) * (1 + np.cos(np.pi * part)) / 2
        got = warmup_cosine(t, lr, warmup, total)
        if not np.isclose(got, want, rtol=1e-6, atol=1e-9):
            raise AssertionError(
                f"t={t}, lr={lr:.4f}, warmup={warmup}, total={total}를 시험했다. "
                f"나온 값: {got:.4f}, 기대한 값: {want:.4f}"
            )
