import numpy as np
import torch
from torch.nn import functional as F

from lessons.dl import activations as a
from lessons.dl.activations_torch import value_and_grad

z = np.concatenate([np.linspace(-10, 10, 2001), [-1000.0, 1000.0]])
pairs = {
    "sigmoid": (a.sigmoid, a.sigmoid_grad, torch.sigmoid),
    "tanh": (a.tanh, a.tanh_grad, torch.tanh),
    "relu": (a.relu, a.relu_grad, torch.relu),
    "gelu": (a.gelu, a.gelu_grad, F.gelu),
}
for name, (f, grad, theirs) in pairs.items():
    value, slope = value_and_grad(theirs, z)
    gaps = abs(f(z) - value).max(), abs(grad(z) - slope).max()
    print(f"{name:8} 값의 차이 {gaps[0]:.12f}, 도함수의 차이 {gaps[1]:.12f}")
