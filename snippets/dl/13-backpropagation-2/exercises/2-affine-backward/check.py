import numpy as np


def same(got, want) -> bool:
    return got.shape == want.shape and np.allclose(got, want)


def mistake(name: str, got, X, W, dZ) -> str:
    """흔한 실수면 그 까닭."""
    known = {
        "dX": [
            (dZ @ W, "W를 전치하지 않고 곱했다.") if W.shape[0] == W.shape[1] else None
        ],
        "dW": [
            (dZ.T @ X, "dW가 뒤집혔다. 왼쪽에 X의 전치가 서야 행이 D개다."),
            (X.T @ dZ / len(X), "샘플 수로 나누었다. 평균은 손실을 셈할 때 이미 냈다."),
        ],
        "db": [
            (
                dZ,
                "db를 더하지 않았다. b는 모든 샘플에 더해졌으니 기울기도 모두 더한다.",
            ),
            (dZ.mean(axis=0), "db를 평균 냈다. 길이 만나면 평균이 아니라 합이다."),
            (dZ.sum(axis=1), "db를 옆으로 더했다. 샘플 축(axis=0)을 따라 더한다."),
            (dZ.sum(axis=0, keepdims=True), "db의 모양이 b와 다르다. (K,)로 돌려준다."),
            (dZ.sum(), "db를 모두 더했다. 샘플 축(axis=0)만 따라 더한다."),
        ],
    }
    for case in known[name]:
        if case and same(got, np.asarray(case[0])):
            return case[1]
    return f"{name}가 다르다."


def check(answer) -> None:
    affine_backward = answer["affine_backward"]
    rng = np.random.default_rng()
    for N, D, K in ((2, 3, 2), (5, 4, 3), (3, 3, 3)):
        X, W, dZ = (rng.integers(-4, 5, s) * 1.0 for s in ((N, D), (D, K), (N, K)))
        given = [array.copy() for array in (X, W, dZ)]
        grads = affine_backward(*given)
        if grads is None or len(grads) != 3:
            raise AssertionError("셋을 돌려주지 않았다. dX, dW, db를 return한다.")
        want = {"dX": dZ @ W.T, "dW": X.T @ dZ, "db": dZ.sum(axis=0)}
        got = dict(zip(want, (np.asarray(g) for g in grads), strict=True))
        if N != D and same(got["dX"], want["dW"]) and same(got["dW"], want["dX"]):
            raise AssertionError("dX와 dW의 차례가 바뀌었다. dX, dW, db의 순서다.")
        for name, value in want.items():
            if not same(got[name], value):
                raise AssertionError(
                    f"{mistake(name, got[name], X, W, dZ)} N={N}, D={D}, K={K}로 "
                    f"시험했다. 나온 값: {got[name].tolist()}, "
                    f"기대한 값: {value.tolist()}"
                )
        if not all(map(np.array_equal, given, (X, W, dZ))):
            raise AssertionError("받은 배열을 바꾸었다. 새 배열을 만들어 돌려준다.")
