import numpy as np


def mistake(W, b, W1, b1, W2, b2) -> str:
    """알려진 실수의 이름."""
    square = W1.shape == W2.shape
    if W.shape == (W1 @ W2).shape and np.allclose(W, W1 @ W2):
        if np.allclose(b, b2):
            return "첫 층의 편향을 잃었다. b1도 둘째 층의 W2를 지난다."
        if square and np.allclose(b, b1 + b2):
            return "두 편향을 그냥 더했다. b1은 W2를 지난 뒤에 b2와 더해진다."
        if square and np.allclose(b, W2 @ b1 + b2):
            return "W2와 b1의 순서가 바뀌었다. 행벡터라 b1 @ W2로 곱한다."
        return "편향이 다르다."
    if square and W.shape == W1.shape and np.allclose(W, W2 @ W1):
        return "곱하는 순서가 바뀌었다. 입력이 왼쪽에서 W1을 먼저 만난다."
    if W.shape == W1.shape and square and np.allclose(W, W1 + W2):
        return "가중치를 더했다. 층을 잇따라 지나면 곱해진다."
    return "합친 가중치가 다르다."


def check(answer) -> None:
    merge_layers = answer["merge_layers"]
    rng = np.random.default_rng()
    for D, H, K in ((3, 3, 3), (2, 5, 4), (4, 1, 2)):
        W1, b1 = rng.normal(size=(D, H)), rng.normal(size=H)
        W2, b2 = rng.normal(size=(H, K)), rng.normal(size=K)
        given = [a.copy() for a in (W1, b1, W2, b2)]
        got = merge_layers(*given)
        if not isinstance(got, tuple | list) or len(got) != 2:
            raise AssertionError(
                "W와 b를 함께 돌려주지 않았다. return W, b로 끝낸다. "
                f"나온 값: {type(got).__name__}, 기대한 값: 배열 두 개"
            )
        W, b = np.asarray(got[0], dtype=float), np.asarray(got[1], dtype=float)
        X = rng.normal(size=(6, D))
        want = (X @ W1 + b1) @ W2 + b2
        if W.shape != (D, K) or not np.allclose(X @ W + b, want):
            raise AssertionError(
                f"{mistake(W, b, W1, b1, W2, b2)} "
                f"D={D}, H={H}, K={K}인 두 층으로 시험했다. "
                f"나온 W의 모양: {W.shape}, 기대한 모양: {(D, K)}. "
                f"나온 b: {b.round(3).tolist()}, "
                f"기대한 b: {(b1 @ W2 + b2).round(3).tolist()}"
            )
        if any((a != c).any() for a, c in zip(given, (W1, b1, W2, b2), strict=True)):
            raise AssertionError(
                "받은 배열을 바꾸었다. += 대신 새 배열을 만든다. "
                f"나온 b2: {given[3].round(3)}, 기대한 b2: {b2.round(3)}"
            )
