"""Tensor로 쌓은 다층 퍼셉트론과 그 학습.

기호: X (N, D) 입력, y (N,) 정답 번호, z (N, K) 로짓
"""

# --8<-- [start:imports]
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from lessons import Array
from lessons.arrays import integers, real, rows
from lessons.dl.init import kaiming_normal
from lessons.dl.tensor import Tensor
from lessons.scalars import count, counts, function, generator, instance

# --8<-- [end:imports]


# --8<-- [start:MLP]
class MLP:
    """완전 연결층 사이에 ReLU를 끼운 신경망. 마지막 층은 로짓을 그대로 낸다.

    sizes: 입력부터 출력까지 층마다의 크기. (64, 32, 10)이면 은닉층이 하나다
    오류: sizes가 둘보다 적으면 ValueError
    """

    def __init__(self, sizes: Sequence[int], *, rng: np.random.Generator):
        sizes = counts("sizes", sizes, fewest=2)
        self.layers = [
            (Tensor(kaiming_normal(shape, rng=rng)), Tensor(np.zeros(shape[1])))
            for shape in pairwise(sizes)
        ]

    def __call__(self, x: Tensor | Array) -> Tensor:
        *hidden, (W_out, b_out) = self.layers
        for W, b in hidden:
            x = (x @ W + b).relu()
        return x @ W_out + b_out

    def parameters(self) -> list[Tensor]:
        """고칠 텐서들. W, b, W, b, … 순서"""
        return [p for layer in self.layers for p in layer]
# --8<-- [end:MLP]


# --8<-- [start:softmax_loss]
def softmax_loss(z: Tensor, y: Array) -> Tensor:
    """정답의 로그 확률을 평균해 부호를 바꾼 손실.

    z: (N, K) 로짓, y: (N,) 0부터 K - 1까지의 번호
    행마다 가장 큰 로짓을 빼도 값이 같고, 빼야 exp가 넘치지 않는다.
    """
    N, K = real("z", instance("z", z, Tensor).data, "N, K").shape
    y = integers("y", y, "N", N=N, low=0, high=K - 1)
    z = z - z.data.max(axis=1, keepdims=True)
    log_p = z - z.exp().sum(axis=1, keepdims=True).log()
    return -log_p[np.arange(N), y].mean()
# --8<-- [end:softmax_loss]


# --8<-- [start:train]
def train(
    model: Callable[[Array], Tensor],
    X: Array,
    y: Array,
    optimizer: Any,
    *,
    epochs: int,
    batch_size: int,
    rng: np.random.Generator,
) -> list[float]:
    """에폭마다 순서를 섞어 미니배치로 학습한다.

    optimizer: zero_grad()와 step()이 있는 것
    반환: 에폭마다 미니배치 손실의 평균
    """
    model, X = function("model", model), rows("X", X)
    function("optimizer.step", getattr(optimizer, "step", None))
    y = integers("y", y, "N", N=len(X), low=0)
    epochs, batch_size = count("epochs", epochs, 0), count("batch_size", batch_size)
    history = []
    for _ in range(epochs):
        losses = []
        order = generator("rng", rng).permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            optimizer.zero_grad()
            loss = softmax_loss(model(X[batch]), y[batch])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        history.append(float(np.mean(losses)))
    return history
# --8<-- [end:train]
