"""db의 모양이 b와 다르다."""


def affine_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)
