"""레이블이 적은 데이터로 작은 CNN을 배운다. 사진은 꺼낼 때마다 새로 바꾼다."""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import nn
from torch.nn.functional import cross_entropy

from lessons import Array, arrays, scalars
from lessons.cnn.augmentation.tta import augment

# --8<-- [end:imports]


# --8<-- [start:few]
def few(y: ArrayLike, per_class: int, *, rng: np.random.Generator) -> np.ndarray:
    """클래스마다 per_class개씩 뽑은 번호."""
    y, n = arrays.classes("y", y), scalars.count("per_class", per_class)
    scalars.generator("rng", rng)
    picks = [rng.permutation(np.flatnonzero(y == k))[:n] for k in np.unique(y)]
    return np.concatenate(picks)
# --8<-- [end:few]


# --8<-- [start:fit]
def fit(
    model: nn.Module,
    X: ArrayLike,
    y: ArrayLike,
    *,
    epochs: int,
    lr: float = 3e-3,
    batch_size: int = 25,
    transform: Callable | None = None,
    mix: Callable | None = None,
    rng: np.random.Generator,
) -> nn.Module:
    """AdamW와 one-cycle로 배운다.

    transform: 사진 한 장을 바꾸는 증강. 에폭마다 모든 사진을 새로 바꾼다
    mix: 배치와 원-핫 정답을 섞는 증강(mixup, cutmix)
    """
    X = arrays.finite("X", X, "N, C, H, W")
    scalars.generator("rng", rng), scalars.number("lr", lr, above=0)
    if mix is not None:
        scalars.function("mix", mix)
    Y = np.eye(10)[arrays.integers("y", y, "N", low=0, high=9, N=len(X))]
    parts = -(-len(X) // scalars.count("batch_size", batch_size))
    steps = scalars.count("epochs", epochs) * parts
    params = scalars.instance("model", model, nn.Module).parameters()
    optimizer = torch.optim.AdamW(params)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    model.train()
    for _ in range(epochs):
        fresh = X if transform is None else augment(X, transform, rng=rng)
        for b in np.array_split(rng.permutation(len(X)), parts):
            x, t = (fresh[b], Y[b]) if mix is None else mix(fresh[b], Y[b], rng=rng)
            optimizer.zero_grad()
            cross_entropy(model(tensor(x)), tensor(t)).backward()
            optimizer.step()
            cycle.step()
    return model.eval()


def tensor(x: Array) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(x, dtype=np.float32))


@torch.no_grad()
def predict_proba(model: nn.Module, X: ArrayLike) -> Array:
    """확률 (N, K)."""
    X = arrays.finite("X", X, "N, C, H, W")
    logits = scalars.instance("model", model, nn.Module)(tensor(X))
    return logits.softmax(dim=1).double().numpy()
# --8<-- [end:fit]
