"""그림 분류기를 학습시키고 재는 두 함수. 13장의 반복문에 이름을 붙인 것이다."""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import integers, real
from lessons.dl.optimizer_base import Optimizer
from lessons.scalars import count, generator, instance

# --8<-- [end:imports]


# --8<-- [start:train_epoch]
def train_epoch(
    model: nn.Module,
    X: ArrayLike,
    y: ArrayLike,
    optimizer: Optimizer,
    batch_size: int = 64,
    *,
    rng: np.random.Generator,
) -> float:
    """모든 샘플을 무작위 차례로 한 번씩 쓴다. 모델을 고친다.

    X: (N, …) 그림, y: (N,) 번호
    반환: 이 에폭의 평균 손실
    """
    X = real("X", X, "..., H, W")
    y = integers("y", y, "N", N=len(X))
    size = count("batch_size", batch_size)
    instance("model", model, nn.Module).train()
    total = 0.0
    order = generator("rng", rng).permutation(len(X))
    for start in range(0, len(X), size):
        batch = order[start : start + size]
        loss = nn.functional.cross_entropy(model(X[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    return total / len(X)
# --8<-- [end:train_epoch]


# --8<-- [start:predict]
def predict(model: nn.Module, X: ArrayLike, batch_size: int = 250) -> Array:
    """로짓 (N, K). 메모리가 넘치지 않게 나누어 셈한다."""
    X, size = real("X", X, "..., H, W"), count("batch_size", batch_size)
    instance("model", model, nn.Module).eval()
    batches = [X[start : start + size] for start in range(0, max(len(X), 1), size)]
    return np.concatenate([model(batch).data for batch in batches])


def accuracy(model: nn.Module, X: ArrayLike, y: ArrayLike) -> float:
    """맞힌 비율. X: (N, …), y: (N,) 번호"""
    z = predict(model, X)
    return float(np.mean(z.argmax(axis=1) == integers("y", y, "N", N=len(z))))
# --8<-- [end:predict]
