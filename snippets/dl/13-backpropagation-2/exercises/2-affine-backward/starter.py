import numpy as np

from lessons import Array


def affine_backward(X: Array, W: Array, dZ: Array) -> tuple[Array, Array, Array]:
    """Z = XW + b의 역전파.

    X: (N, D), W: (D, K), dZ: (N, K)
    반환: dX (N, D), dW (D, K), db (K,)
    """
    raise NotImplementedError


X = np.array([[1.0, 2, 0], [3, -1, 1]])
W = np.array([[1.0, 0], [2, -1], [0, 3]])
dZ = np.array([[1.0, 2], [-1, 3]])
