"""셋을 모두 샘플 수로 나누었다."""


def affine_backward(X, W, dZ):
    dZ = dZ / len(X)
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
