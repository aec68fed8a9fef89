def affine_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


def only(place, wrong):
    """셋 가운데 하나만 틀린 답."""

    def answer(X, W, dZ):
        grads = list(affine_backward(X, W, dZ))
        grads[place] = wrong(X, W, dZ)
        return tuple(grads)

    return answer


MISTAKES = {
    "W를 전치하지 않고 곱했다. dX는 dZ @ W.T다.": only(0, lambda X, W, dZ: dZ @ W),
    "dX의 곱이 뒤집혔다. dZ가 왼쪽에 서야 행이 N개다.": only(
        0, lambda X, W, dZ: W @ dZ.T
    ),
    "dW가 뒤집혔다. 왼쪽에 X의 전치가 서야 행이 D개다.": only(
        1, lambda X, W, dZ: dZ.T @ X
    ),
    "X를 전치하지 않고 곱했다. dW는 X.T @ dZ다.": only(1, lambda X, W, dZ: X @ dZ),
    "샘플 수로 나누었다. 평균은 손실을 셈할 때 이미 냈다.": only(
        1, lambda X, W, dZ: X.T @ dZ / len(X)
    ),
    "db를 더하지 않았다. b는 모든 샘플에 더해졌으니 기울기도 모두 더한다.": only(
        2, lambda X, W, dZ: dZ
    ),
    "db를 평균 냈다. 길이 만나면 평균이 아니라 합이다.": only(
        2, lambda X, W, dZ: dZ.mean(axis=0)
    ),
    "db를 옆으로 더했다. 샘플 축(axis=0)을 따라 더한다.": only(
        2, lambda X, W, dZ: dZ.sum(axis=1)
    ),
    "db의 모양이 b와 다르다. (K,)로 돌려준다.": only(
        2, lambda X, W, dZ: dZ.sum(axis=0, keepdims=True)
    ),
    "db를 모두 더했다. 샘플 축(axis=0)만 따라 더한다.": only(
        2, lambda X, W, dZ: dZ.sum()
    ),
    "dW와 db를 샘플 수로 나누었다. 평균은 손실을 셈할 때 이미 냈다.": (
        lambda X, W, dZ: (dZ @ W.T, X.T @ dZ / len(X), dZ.mean(axis=0))
    ),
    "셋을 모두 샘플 수로 나누었다. 평균은 손실을 셈할 때 이미 냈다.": (
        lambda X, W, dZ: tuple(g / len(X) for g in affine_backward(X, W, dZ))
    ),
    "dX와 dW의 차례가 바뀌었다. dX, dW, db의 순서다.": lambda X, W, dZ: (
        X.T @ dZ,
        dZ @ W.T,
        dZ.sum(axis=0),
    ),
    "dX를 빠뜨렸다. dX, dW, db 셋을 돌려준다.": lambda X, W, dZ: (
        X.T @ dZ,
        dZ.sum(axis=0),
    ),
}


def cases(rng):
    sizes = [(2, 3, 2), (5, 4, 3), (3, 3, 3), (1, 1, 1), (1, 4, 2), (6, 2, 1)]
    for N, D, K in sizes:
        yield tuple(rng.integers(-4, 5, s) * 1.0 for s in ((N, D), (D, K), (N, K)))
    N, D, K = (int(n) for n in rng.integers(2, 7, size=3))
    yield tuple(rng.normal(size=s) for s in ((N, D), (D, K), (N, K)))


def check(answer) -> None:
    rng, keeps = answer.rng(), ("X", "W", "dZ")
    answer.compare(
        "affine_backward", affine_backward, cases(rng), MISTAKES, keeps=keeps
    )
