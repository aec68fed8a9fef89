"""polynomial.py의 descend를 PyTorch의 학습 루프로 쓴다."""

# --8<-- [start:imports]
import torch
from numpy.typing import ArrayLike
from torch import nn

from lessons import Array
from lessons.dl.polynomial import legendre_features

# --8<-- [end:imports]


# --8<-- [start:descend]
def descend(
    x: ArrayLike, y: ArrayLike, degree: int, *, lr: float = 0.1, steps: int = 1000
) -> Array:
    """계수의 자취. 반환: (steps + 1, degree + 1)"""
    phi = torch.from_numpy(legendre_features(x, degree))
    y = torch.as_tensor(y, dtype=torch.float64)[:, None]
    model = nn.Linear(degree + 1, 1, bias=False, dtype=torch.float64)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    path = [model.weight.detach()[0].clone()]
    for _ in range(steps):
        optimizer.zero_grad()
        nn.functional.mse_loss(model(phi), y).backward()
        optimizer.step()
        path.append(model.weight.detach()[0].clone())
    return torch.stack(path).numpy()
# --8<-- [end:descend]
