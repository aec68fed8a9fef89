"""W를 전치하지 않고 곱했다."""


def affine_backward(X, W, dZ):
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)
