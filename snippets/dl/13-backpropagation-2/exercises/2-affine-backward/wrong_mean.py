"""샘플 수로 나누었다."""


def affine_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ / len(X), dZ.sum(axis=0)
