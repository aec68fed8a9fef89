"""이진 교차 엔트로피. 칸마다 그런지 아닌지를 따로 묻는다.

이름과 인수는 torch.nn.functional을 따른다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import broadcast, finite, same_shape
from lessons.dl.activations import sigmoid
from lessons.dl.entropy import reduce
from lessons.scalars import choice

# --8<-- [end:imports]


# --8<-- [start:binary]
def balanced(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None,
    pos_weight: ArrayLike | None,
) -> tuple[Array, Array, Array]:
    """로짓, 1 쪽의 무게, 0 쪽의 무게. 셋의 모양이 같다."""
    z, y = finite("z", z), finite("target", target, low=0, high=1)
    same_shape(z=z, target=y)
    w = finite("weight", 1.0 if weight is None else weight)
    v = finite("pos_weight", 1.0 if pos_weight is None else pos_weight)
    w, v = broadcast("weight", w, z.shape), broadcast("pos_weight", v, z.shape)
    return z, w * v * y, w * (1 - y)


def binary_cross_entropy_with_logits(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    pos_weight: ArrayLike | None = None,
) -> Array:
    """둘 가운데 하나일 때의 교차 엔트로피. 칸마다 따로 묻는다. 식 (15.10)

    z: 로짓, target: z와 모양이 같고 0과 1 사이인 정답
    weight: 칸마다의 무게, pos_weight: 정답 1 쪽에만 곱하는 무게
    오류: 모양이 다르거나 정답이 0과 1 사이가 아니면 ValueError
    """
    z, positive, negative = balanced(z, target, weight, pos_weight)
    losses = positive * np.logaddexp(0, -z) + negative * np.logaddexp(0, z)
    return reduce(losses, reduction, z.size)


def binary_cross_entropy_with_logits_grad(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    pos_weight: ArrayLike | None = None,
) -> Array:
    """로짓의 기울기. 무게가 없으면 σ(z) - y를 나눈 것이다. 식 (15.11)"""
    z, positive, negative = balanced(z, target, weight, pos_weight)
    dz = negative * sigmoid(z) - positive * sigmoid(-z)
    mean = choice("reduction", reduction, ("none", "sum", "mean")) == "mean"
    return dz / (z.size if mean else 1)
# --8<-- [end:binary]
