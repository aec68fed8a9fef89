"""교차 엔트로피. 정답에 매긴 확률로 손실을 재고, 기울기 p - y를 낸다.

표기: z (N, K) 로짓, p = softmax(z) 예측, y 정답, t는 무게를 곱하고 깎은 정답이다.
이름과 인수는 torch.nn.functional을 따른다.
출처: Szegedy 외 (2016) 7절
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers, probabilities, real, rows
from lessons.dl.entropy import reduce, times
from lessons.dl.softmax import log_softmax, softmax
from lessons.dl.tensor import Tensor
from lessons.scalars import choice, instance, number

# --8<-- [end:imports]


# --8<-- [start:targets]
def one_hot_or_probabilities(z: Array, target: ArrayLike) -> Array:
    """번호 (N,)이면 정답만 1인 행으로 펴고, 확률 (N, K)이면 그대로 둔다."""
    N, K = real("z", z, "N, K").shape
    y = rows("target", target, N=N)
    if y.ndim == 1:
        return np.eye(K)[integers("target", y, low=0, high=K - 1)]
    return probabilities("target", y, "N, K", K=K)


def smoothed(
    z: ArrayLike, target: ArrayLike, weight: ArrayLike | None, label_smoothing: float
) -> tuple[Array, Array, float]:
    """로짓, 무게를 곱하고 깎은 정답 t, 평균을 낼 때 나눌 수. 식 (15.12), (15.13)"""
    z = real("z", z, "N, K")
    K, ε = z.shape[1], number("label_smoothing", label_smoothing, 0, 1)
    y = one_hot_or_probabilities(z, target)
    w = np.ones(K) if weight is None else finite("weight", weight, "K", low=0, K=K)
    total = (y @ w).sum() if np.ndim(target) == 1 else len(z)
    if total == 0:
        raise ValueError("weight: 합이 0이다. 나온 클래스에 0보다 큰 무게를 준다.")
    return z, w * ((1 - ε) * y + ε / K), total
# --8<-- [end:targets]


# --8<-- [start:cross_entropy]
def cross_entropy(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Array:
    """로짓에서 곧바로 구하는 교차 엔트로피. 식 (15.7)

    z: (N, K) 로짓, target: (N,) 번호 또는 (N, K) 확률, weight: (K,) 클래스의 무게
    reduction: mean은 번호면 나온 무게의 합으로, 확률이면 N으로 나눈다
    반환: 수 하나. none이면 (N,)
    오류: 모양이나 값이 위와 다르면 ValueError
    """
    z, t, total = smoothed(z, target, weight, label_smoothing)
    losses = times(t, -log_softmax(z, axis=1)).sum(axis=1)
    return reduce(losses, reduction, total)


def cross_entropy_grad(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Array:
    """로짓의 기울기 (N, K). 무게가 없으면 p - y를 나눈 것이다. 식 (15.9)

    reduction이 none이면 n행은 n번째 손실의 기울기다.
    """
    z, t, total = smoothed(z, target, weight, label_smoothing)
    dz = softmax(z, axis=1) * t.sum(axis=1, keepdims=True) - t
    mean = choice("reduction", reduction, ("none", "sum", "mean")) == "mean"
    return dz / (total if mean else 1)
# --8<-- [end:cross_entropy]


# --8<-- [start:CrossEntropyLoss]
class CrossEntropyLoss:
    """Tensor의 로짓을 받는 손실. 역전파가 p - y 한 줄이다.

    인수는 cross_entropy와 같다.
    """

    def __init__(
        self,
        weight: ArrayLike | None = None,
        *,
        reduction: str = "mean",
        label_smoothing: float = 0.0,
    ):
        self.weight = weight
        self.options = {"reduction": reduction, "label_smoothing": label_smoothing}

    def __call__(self, z: Tensor, target: ArrayLike) -> Tensor:
        inputs = instance("z", z, Tensor).data, target, self.weight
        loss = cross_entropy(*inputs, **self.options)
        dz = cross_entropy_grad(*inputs, **self.options)
        return Tensor.from_op(loss, [z], lambda dL: [dL[..., None] * dz])
# --8<-- [end:CrossEntropyLoss]
