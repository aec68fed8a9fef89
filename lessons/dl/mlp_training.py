"""두 클래스를 가르는 다층 퍼셉트론을 기울기로 조금씩 고친다.

z (N, 1)은 모델의 출력, y (N,)는 0이나 1이다. z가 0보다 크면 1이라고 답한다.
"""

# --8<-- [start:imports]
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from lessons import Array
from lessons.arrays import finite, real
from lessons.dl.activations import sigmoid
from lessons.dl.layers import Activation, Linear, Sequential
from lessons.scalars import count, counts, function, instance, number

# --8<-- [end:imports]


# --8<-- [start:build_mlp]
def build_mlp(
    sizes: list[int],
    activation: type[Activation],
    init: Callable[..., Array] | None = None,
    *,
    rng: np.random.Generator,
) -> Sequential:
    """폭을 차례로 적은 sizes대로 층을 쌓는다. 마지막 층 뒤에는 활성화 함수가 없다.

    init: 가중치를 뽑는 함수. 이때 편향은 0이다. 없으면 Linear의 처음 값을 둔다
    """
    function("activation", activation)
    init = None if init is None else function("init", init)
    layers: list[Linear | Activation] = []
    for fan_in, fan_out in pairwise(counts("sizes", sizes, fewest=2)):
        linear = Linear(fan_in, fan_out, rng=rng)
        if init is not None:
            linear.W = init((fan_in, fan_out), rng=rng)
            linear.b = np.zeros(fan_out)
        layers += [linear, activation()]
    return Sequential(*layers[:-1])
# --8<-- [end:build_mlp]


# --8<-- [start:logistic_loss]
def logistic_loss(z: Array, y: Array) -> tuple[float, Array]:
    """정답 쪽으로 기운 만큼 작아지는 손실과 그 기울기. 식 (8.16), (8.17)

    z: (N, 1), y: (N,) 0 또는 1
    반환: 손실의 평균, dz (N, 1)
    오류: 모양이 다르거나 y가 0과 1이 아니면 ValueError
    """
    z = real("z", z, "N, 1")
    y = finite("y", y, "N", N=len(z))[:, None]
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"y: 0이나 1을 넣는다. 받은 값: {np.unique(y)}.")
    loss = np.logaddexp(0, z) - y * z
    return float(loss.mean()), (sigmoid(z) - y) / len(y)
# --8<-- [end:logistic_loss]


# --8<-- [start:train]
def train(model: Sequential, X: Array, y: Array, lr: float, steps: int) -> Array:
    """모든 샘플의 평균 기울기로 steps걸음 고친다. model을 바꾼다. 식 (8.18)

    반환: (steps,) 걸음마다 고치기 전의 손실
    """
    instance("model", model, Sequential)
    lr, losses = number("lr", lr, above=0), np.empty(count("steps", steps, 0))
    for t in range(len(losses)):
        losses[t], dz = logistic_loss(model.forward(X), y)
        model.backward(dz)
        for layer in model.layers:
            if isinstance(layer, Linear):
                layer.W = layer.W - lr * layer.dW
                if layer.b is not None:
                    layer.b = layer.b - lr * layer.db
    return losses


def accuracy(model: Sequential, X: Array, y: Array) -> float:
    """z > 0을 1로 읽었을 때 맞힌 비율."""
    z = instance("model", model, Sequential).forward(X)
    return float(np.mean((z[:, 0] > 0) == finite("y", y, "N", N=len(z))))
# --8<-- [end:train]
