import numpy as np


def forward(X, W1, b1, W2):
    return np.maximum(X @ W1 + b1, 0) @ W2


def check_shapes(got, D, H, K):
    want = [(D, H + 1), (H + 1,), (H + 1, K)]
    hints = [
        "W1의 모양이 다르다. 유닛 하나는 W1의 열 하나다.",
        "b1의 모양이 다르다. 유닛마다 편향이 하나씩이다.",
        "W2의 모양이 다르다. 은닉 유닛은 다음 층의 특성이라 W2의 행 하나다.",
    ]
    for array, shape, hint in zip(got, want, hints, strict=True):
        if array.shape != shape:
            raise AssertionError(
                f"{hint} D={D}, H={H}, K={K}로 시험했다. "
                f"나온 모양: {array.shape}, 기대한 모양: {shape}"
            )


def check(answer) -> None:
    add_unit = answer["add_unit"]
    rng = np.random.default_rng()
    for D, H, K in rng.permuted(np.tile([2, 3, 5], (3, 1)), axis=1).tolist():
        W1, b1 = rng.normal(size=(D, H)), rng.normal(size=H)
        W2, w, c = rng.normal(size=(H, K)), rng.normal(size=D), float(rng.normal())
        kept = [a.copy() for a in (W1, b1, W2, w)]
        got = add_unit(W1, b1, W2, w, c)
        if got is None or len(got) != 3:
            raise AssertionError(
                "새 W1, b1, W2 셋을 return한다. "
                f"나온 값: {type(got).__name__}, 기대한 값: 배열 셋"
            )
        got = [np.asarray(a) for a in got]
        if not all(map(np.array_equal, kept, (W1, b1, W2, w))):
            raise AssertionError(
                "받은 배열을 고쳤다. 새 배열을 만든다. "
                "나온 값: 부르고 나면 달라진 배열, 기대한 값: 그대로인 배열"
            )
        check_shapes(got, D, H, K)
        X = 3 * rng.normal(size=(50, D))
        before, after = forward(X, W1, b1, W2), forward(X, *got)
        gap = abs(after - before).max()
        if gap > 1e-9:
            raise AssertionError(
                "신경망의 출력이 달라졌다. 새 유닛이 내보내는 가중치는 0이어야 한다. "
                f"나온 차이: {gap:.3g}, 기대한 차이: 0"
            )
        if not (np.allclose(got[0][:, -1], w) and np.isclose(got[1][-1], c)):
            raise AssertionError(
                "새 유닛이 w와 c를 쓰지 않는다. W1의 마지막 열과 b1의 마지막 성분이다. "
                f"나온 값: {got[0][:, -1].round(3).tolist()}와 {got[1][-1]:.3f}, "
                f"기대한 값: {w.round(3).tolist()}와 {c:.3f}"
            )
