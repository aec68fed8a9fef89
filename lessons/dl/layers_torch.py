"""밑바닥에서 만든 다층 퍼셉트론을 PyTorch로 옮긴다. 수는 float64다."""

# --8<-- [start:imports]
import torch
from torch import nn

from lessons import Array
from lessons.arrays import real
from lessons.dl.layers import Linear, Sequential
from lessons.scalars import count, instance, number

# --8<-- [end:imports]


# --8<-- [start:to_torch]
def to_torch(model: Sequential) -> nn.Sequential:
    """같은 가중치를 넣은 nn.Sequential. nn.Linear에는 W를 전치해 넣는다."""
    layers: list[nn.Module] = []
    for layer in instance("model", model, Sequential).layers:
        if not isinstance(layer, Linear):
            layers.append(getattr(nn, type(layer).__name__)())
            continue
        has_bias = layer.b is not None
        linear = nn.Linear(*layer.W.shape, bias=has_bias, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(layer.W.T))
            if has_bias:
                linear.bias.copy_(torch.from_numpy(layer.b))
        layers.append(linear)
    return nn.Sequential(*layers)
# --8<-- [end:to_torch]


# --8<-- [start:train_torch]
def train_torch(
    model: nn.Sequential, X: Array, y: Array, lr: float, steps: int
) -> list[float]:
    """train과 같은 일을 자동 미분과 torch.optim.SGD로 한다. 반환: 걸음마다의 손실"""
    X = torch.from_numpy(real("X", X, "N, D").copy())
    y = torch.from_numpy(real("y", y, "N", N=len(X)).copy())[:, None]
    instance("model", model, nn.Module)
    optimizer = torch.optim.SGD(model.parameters(), lr=number("lr", lr, above=0))
    losses = []
    for _ in range(count("steps", steps, 0)):
        loss = nn.functional.binary_cross_entropy_with_logits(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
# --8<-- [end:train_torch]
