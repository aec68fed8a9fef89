"""진찰받을 환자: 8×8 숫자를 읽는 작은 신경망과 그것을 학습시키는 다섯 줄.

이 장들의 병은 모두 이 신경망을 한 군데씩 고장 낸 것이다.
"""

# --8<-- [start:imports]
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import integers, real
from lessons.datasets import load_digits
from lessons.dl.init import kaiming_normal
from lessons.dl.optimizer_base import Optimizer
from lessons.scalars import count, counts, generator, instance

# --8<-- [end:imports]


# --8<-- [start:digit_rows]
def digit_rows() -> tuple[Array, np.ndarray, Array, np.ndarray]:
    """숫자 그림을 0과 1 사이로 나누어 학습 1,200장과 검증 300장으로 가른다.

    반환: X_train (1200, 64), y_train (1200,), X_valid (300, 64), y_valid (300,)
    """
    X, y = load_digits()
    return X[:1200] / 16, y[:1200], X[1200:1500] / 16, y[1200:1500]
# --8<-- [end:digit_rows]


# --8<-- [start:digit_net]
def digit_net(
    sizes: tuple[int, ...] = (64, 32, 32, 10), *, rng: np.random.Generator
) -> nn.Sequential:
    """ReLU를 사이에 끼운 완전 연결 신경망. 가중치는 He 초깃값, 편향은 0이다."""
    layers: list[nn.Module] = []
    rng = generator("rng", rng)
    for fan_in, fan_out in pairwise(counts("sizes", sizes, fewest=2)):
        linear = nn.Linear(fan_in, fan_out, rng=rng)
        shape = fan_in, fan_out
        linear.weight.data[:] = kaiming_normal(shape, nonlinearity="relu", rng=rng).T
        linear.bias.data[:] = 0
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])
# --8<-- [end:digit_net]


# --8<-- [start:train]
def train(
    model: nn.Module,
    X: ArrayLike,
    y: ArrayLike,
    optimizer: Optimizer,
    steps: int,
    size: int = 64,
    *,
    rng: np.random.Generator,
) -> Array:
    """걸음마다 size줄을 무작위로 뽑아 고친다. 모델을 바꾼다.

    X: (N, D), y: (N,) 번호
    반환: (steps,) 고치기 전의 손실
    """
    X = real("X", X, "N, D")
    y = integers("y", y, "N", N=len(X))
    size, rng = count("size", size), generator("rng", rng)
    losses = np.empty(count("steps", steps, 0))
    instance("optimizer", optimizer, Optimizer)
    instance("model", model, nn.Module).train()
    for t in range(len(losses)):
        rows = rng.integers(0, len(X), size)
        loss = nn.functional.cross_entropy(model(X[rows]), y[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses[t] = loss.item()
    return losses
# --8<-- [end:train]
