"""dW가 뒤집혔다."""


def affine_backward(X, W, dZ):
    return dZ @ W.T, dZ.T @ X, dZ.sum(axis=0)
