"""Tensor를 받는 함수들. 이름과 인수는 torch.nn.functional을 따른다.

배열을 넣으면 기울기를 구하지 않는 상수로 본다.
"""

import numpy as np
from numpy.typing import ArrayLike

from lessons import arrays
from lessons.dl import softmax as probabilities
from lessons.dl.cross_entropy import CrossEntropyLoss
from lessons.dl.tensor import Tensor
from lessons.scalars import choice, count


def tensor(
    name: str, x: Tensor | ArrayLike, shape: str | None = None, **sizes: int
) -> Tensor:
    """문: 텐서는 그대로, 배열은 상수 텐서로. shape는 arrays.real과 같다.

    오류: 실수의 배열로 바꿀 수 없거나 모양이 다르면 ValueError
    """
    data = arrays.real(name, x.data if isinstance(x, Tensor) else x, shape, **sizes)
    return x if isinstance(x, Tensor) else Tensor(data, requires_grad=False)


def relu(x: Tensor | ArrayLike) -> Tensor:
    return tensor("x", x).relu()


def tanh(x: Tensor | ArrayLike) -> Tensor:
    return tensor("x", x).tanh()


def sigmoid(x: Tensor | ArrayLike) -> Tensor:
    return tensor("x", x).sigmoid()


def flatten(x: Tensor | ArrayLike, start_dim: int = 0, end_dim: int = -1) -> Tensor:
    """start_dim부터 end_dim까지의 축을 하나로 편다.

    오류: 없는 축이거나 start_dim이 end_dim보다 뒤면 ValueError
    """
    x = tensor("x", x)
    n = max(len(x.shape), 1)
    start = count("start_dim", start_dim, -n, n - 1) % n
    end = count("end_dim", end_dim, -n, n - 1) % n
    if start > end:
        raise ValueError(
            f"start_dim·end_dim: 축 {n}개 안에서 차례로 놓는다. 받은 값: "
            f"{start_dim}, {end_dim}. 모양: {x.shape}"
        )
    size = int(np.prod(x.shape[start : end + 1]))
    return x.reshape(*x.shape[:start], size, *x.shape[end + 1 :])


def linear(
    x: Tensor | ArrayLike,
    weight: Tensor | ArrayLike,
    bias: Tensor | ArrayLike | None = None,
) -> Tensor:
    """x @ weight.T + bias

    x: (…, D), weight: (K, D), bias: (K,) 또는 None
    반환: (…, K)
    오류: 모양이 위와 다르면 ValueError
    """
    weight = tensor("weight", weight, "K, D")
    K, D = weight.shape
    z = tensor("x", x, "..., D", D=D) @ weight.T
    return z if bias is None else z + tensor("bias", bias, "K", K=K)


def softmax(x: Tensor | ArrayLike, dim: int = -1) -> Tensor:
    """dim을 따라 합이 1인 확률"""
    x = tensor("x", x)
    dim = count("dim", dim, -x.data.ndim, x.data.ndim - 1)
    p = probabilities.softmax(x.data, axis=dim)

    def backward(dp):
        return [p * (dp - (dp * p).sum(axis=dim, keepdims=True))]

    return Tensor.from_op(p, [x], backward)


def log_softmax(x: Tensor | ArrayLike, dim: int = -1) -> Tensor:
    """소프트맥스의 로그. 큰 로짓에서도 넘치지 않는다."""
    x = tensor("x", x)
    dim = count("dim", dim, -x.data.ndim, x.data.ndim - 1)
    log_p = probabilities.log_softmax(x.data, axis=dim)

    def backward(d):
        return [d - np.exp(log_p) * d.sum(axis=dim, keepdims=True)]

    return Tensor.from_op(log_p, [x], backward)


def cross_entropy(
    x: Tensor | ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    """로짓 x (N, K)와 정답에서 구하는 교차 엔트로피. 15장의 것을 그대로 쓴다."""
    options = {"reduction": reduction, "label_smoothing": label_smoothing}
    return CrossEntropyLoss(weight, **options)(tensor("x", x), target)


def mse_loss(
    x: Tensor | ArrayLike, target: Tensor | ArrayLike, reduction: str = "mean"
) -> Tensor:
    """차이의 제곱. reduction은 mean, sum, none 가운데 하나다.

    오류: 모양이 다르면 ValueError. 퍼뜨려(broadcast) 빼면 조용히 틀린다
    """
    x, target = tensor("x", x), tensor("target", target)
    arrays.same_shape(x=x.data, target=target.data)
    choice("reduction", reduction, ("mean", "sum", "none"))
    squares = (x - target) ** 2
    if reduction == "none":
        return squares
    return squares.mean() if reduction == "mean" else squares.sum()
