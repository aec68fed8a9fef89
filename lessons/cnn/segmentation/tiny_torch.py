"""드문 픽셀: 잡음 속의 작은 도형 하나를 찾는 문제와, 견줄 손실 다섯."""

# --8<-- [start:imports]
import numpy as np
import torch
from torch.nn.functional import cross_entropy, one_hot

from lessons.cnn.segmentation.training_torch import to_tensors
from lessons.scalars import count
from lessons.scalars import generator as checked
from lessons.scenes import make_scenes

# --8<-- [end:imports]

# --8<-- [start:tiny]
TINY = {"size": 48, "n_objects": 1, "sides": (4, 6), "clutter": 6, "noise": 40}


def tiny(N: int, *, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """작은 도형 하나가 있는 그림 (N, 3, 48, 48)와, 픽셀마다 배경 0과 도형 1."""
    X, y = to_tensors(make_scenes(count("N", N), **TINY, rng=checked("rng", rng)))
    return X, (y > 0).long()
# --8<-- [end:tiny]


# --8<-- [start:LOSSES]
def dice(z: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """식 (11.7)에서 s = 1"""
    P, Y = z.softmax(dim=1), one_hot(y, z.shape[1]).movedim(-1, 1)
    both, total = (P * Y).sum(dim=(0, 2, 3)), (P + Y).sum(dim=(0, 2, 3))
    return 1 - ((2 * both + 1) / (total + 1)).mean()


def focal(z: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """식 (11.8)에서 γ = 2"""
    entropy = cross_entropy(z, y, reduction="none")
    return ((1 - torch.exp(-entropy)) ** 2 * entropy).mean()


LOSSES = {
    "교차 엔트로피": cross_entropy,
    "무게 1:50": lambda z, y: cross_entropy(z, y, torch.tensor([1.0, 50.0])),
    "초점": focal,
    "Dice": dice,
    "둘의 합": lambda z, y: cross_entropy(z, y) + dice(z, y),
}
# --8<-- [end:LOSSES]
