"""polynomial.py의 descend를 PyTorch의 학습 루프로 쓴다."""

# --8<-- [start:imports]
import torch
from numpy.typing import ArrayLike
from torch import nn

from lessons import Array
from lessons.arrays import finite
from lessons.dl.polynomial import legendre_features
from lessons.scalars import count, number

# --8<-- [end:imports]


# --8<-- [start:descend]
def descend(
    x: ArrayLike, y: ArrayLike, degree: int, *, lr: float = 0.1, steps: int = 1000
) -> Array:
    """계수의 자취. 반환: (steps + 1, degree + 1)"""
    phi = torch.from_numpy(legendre_features(x, degree))
    y = torch.from_numpy(finite("y", y, "N", N=len(phi)).copy())[:, None]
    model = nn.Linear(phi.shape[1], 1, bias=False, dtype=torch.float64)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=number("lr", lr, above=0))
    path = [model.weight.detach()[0].clone()]
    for _ in range(count("steps", steps, 0)):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(phi), y).backward()
        optimizer.step()
        path.append(model.weight.detach()[0].clone())
    return torch.stack(path).numpy()
# --8<-- [end:descend]
