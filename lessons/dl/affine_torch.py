"""PyTorch가 세는 매개변수와 전치해서 두는 가중치."""

# --8<-- [start:imports]
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional as F

from lessons import Array
from lessons.arrays import real
from lessons.scalars import counts, flag, instance

# --8<-- [end:imports]


# --8<-- [start:linear]
def linear(X: Array, W: Array, b: Array | None = None) -> Array:
    """affine과 같은 일을 F.linear로 한다. F.linear는 (K, D)를 바란다. 식 (9.10)"""
    X = real("X", X, "N, D")
    W = real("W", W, "D, K", D=X.shape[1])
    b = None if b is None else real("b", b, "K", K=W.shape[1])
    tensors = [a if a is None else torch.from_numpy(a.copy()) for a in (X, W.T, b)]
    return F.linear(*tensors).numpy()
# --8<-- [end:linear]


# --8<-- [start:numel]
def stack(sizes: Sequence[int], bias: bool = True) -> nn.Sequential:
    """폭의 목록대로 nn.Linear를 잇는다. meta 장치라 값을 담을 메모리를 쓰지 않는다."""
    sizes, bias = counts("sizes", sizes, fewest=2), flag("bias", bias)
    layers = [nn.Linear(*p, bias=bias, device="meta") for p in pairwise(sizes)]
    return nn.Sequential(*layers)


def numel(model: nn.Module) -> int:
    """모델이 학습하는 수를 모두 센다."""
    return sum(p.numel() for p in instance("model", model, nn.Module).parameters())
# --8<-- [end:numel]
