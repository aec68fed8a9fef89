"""dX와 dW의 차례가 바뀌었다."""


def affine_backward(X, W, dZ):
    return X.T @ dZ, dZ @ W.T, dZ.sum(axis=0)
