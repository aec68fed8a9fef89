"""같은 경사 하강법을 nn.Linear와 torch.optim.SGD로.

기호: X (N, D) 특성, y (N,) 정답. weight는 (1, D), bias는 (1,)이다.
"""

# --8<-- [start:imports]
import torch
from numpy.typing import ArrayLike
from torch import nn

from lessons.arrays import finite
from lessons.scalars import count, number

# --8<-- [end:imports]


# --8<-- [start:fit_sgd]
def fit_sgd(
    X: ArrayLike, y: ArrayLike, *, lr: float, steps: int, alpha: float = 0.0
) -> nn.Linear:
    """0에서 출발해 모든 샘플로 steps걸음 맞춘 nn.Linear(D, 1)

    alpha: 릿지의 벌. 손실이 평균이므로 weight_decay는 2α/N이 된다
    """
    X = torch.from_numpy(finite("X", X, "N, D").copy())
    y = torch.from_numpy(finite("y", y, "N", N=len(X)).copy())
    lr, alpha = number("lr", lr, above=0), number("alpha", alpha, 0)
    layer = nn.utils.skip_init(nn.Linear, X.shape[1], 1, dtype=X.dtype)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    groups = [
        {"params": [layer.weight], "weight_decay": 2 * alpha / len(X)},
        {"params": [layer.bias], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.SGD(groups, lr=lr)
    for _ in range(count("steps", steps, 0)):
        optimizer.zero_grad()
        nn.functional.mse_loss(layer(X)[:, 0], y).backward()
        optimizer.step()
    return layer
# --8<-- [end:fit_sgd]
