"""`from lessons import nn`: torch.nn과 이름이 같은, 우리 Tensor로 지은 층들."""

from lessons.dl.cross_entropy import CrossEntropyLoss
from lessons.nn import functional
from lessons.nn.layers import (
    Flatten,
    Linear,
    ModuleList,
    ReLU,
    Sequential,
    Sigmoid,
    Tanh,
)
from lessons.nn.module import Module, Parameter

__all__ = [
    "CrossEntropyLoss",
    "Flatten",
    "Linear",
    "Module",
    "ModuleList",
    "Parameter",
    "ReLU",
    "Sequential",
    "Sigmoid",
    "Tanh",
    "functional",
]
