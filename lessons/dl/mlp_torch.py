"""PyTorch로 쓴 같은 신경망. 우리 가중치를 옮겨 담아 견준다."""

# --8<-- [start:imports]
import torch
from torch import nn

from lessons.dl.mlp import MLP
from lessons.scalars import instance

# --8<-- [end:imports]


# --8<-- [start:as_torch]
def as_torch(model: MLP) -> nn.Sequential:
    """가중치가 model과 같은 nn.Sequential. nn.Linear는 가중치를 전치해 둔다."""
    modules = []
    for W, b in instance("model", model, MLP).layers:
        linear = nn.Linear(*W.shape, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(W.data.T))
            linear.bias.copy_(torch.from_numpy(b.data))
        modules += [linear, nn.ReLU()]
    return nn.Sequential(*modules[:-1])
# --8<-- [end:as_torch]
