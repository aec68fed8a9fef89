"""PyTorch로 쓴 같은 신경망. 우리 가중치를 옮겨 담아 견준다."""

# --8<-- [start:imports]
from itertools import pairwise

import torch
from torch import nn

from lessons.dl.mlp import MLP

# --8<-- [end:imports]


# --8<-- [start:as_torch]
def as_torch(model: MLP) -> nn.Sequential:
    """가중치가 model과 같은 nn.Sequential. nn.Linear는 가중치를 전치해 둔다."""
    sizes = [model.layers[0][0].shape[0], *(b.shape[0] for _, b in model.layers)]
    modules = []
    for (W, b), (D, K) in zip(model.layers, pairwise(sizes), strict=True):
        linear = nn.Linear(D, K, dtype=torch.float64)
        linear.weight.data = torch.from_numpy(W.data.T.copy())
        linear.bias.data = torch.from_numpy(b.data.copy())
        modules += [linear, nn.ReLU()]
    return nn.Sequential(*modules[:-1])
# --8<-- [end:as_torch]
