"""PyTorch가 세는 매개변수와 전치해서 두는 가중치."""

# --8<-- [start:imports]
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional as F

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:linear]
def linear(X: Array, W: Array, b: Array | None = None) -> Array:
    """affine과 같은 일을 F.linear로 한다. F.linear는 (K, D)를 바란다. 식 (9.10)"""
    tensors = [None if a is None else torch.as_tensor(a) for a in (X, W.T, b)]
    return F.linear(*tensors).numpy()
# --8<-- [end:linear]


# --8<-- [start:numel]
def stack(sizes: Sequence[int], bias: bool = True) -> nn.Sequential:
    """폭의 목록대로 nn.Linear를 잇는다. meta 장치라 값을 담을 메모리를 쓰지 않는다."""
    pairs = pairwise(sizes)
    return nn.Sequential(*[nn.Linear(*p, bias=bias, device="meta") for p in pairs])


def numel(model: nn.Module) -> int:
    """모델이 학습하는 수를 모두 센다."""
    return sum(p.numel() for p in model.parameters())
# --8<-- [end:numel]
