import matplotlib.pyplot as plt
import numpy as np
import torch
from torch.nn.functional import avg_pool2d

from lessons.cnn.classification.residual_torch import contestant, gradients
from lessons.datasets import load_fashion_mnist
from lessons.plotting import use_korean_font

use_korean_font()
torch.set_num_threads(1)
X, y = load_fashion_mnist()
x = avg_pool2d(torch.tensor(X[:32, None] / 255, dtype=torch.float64), 2)
y = torch.tensor(y[:32])
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
for skip, name in ((False, "지름길 없음"), (True, "지름길 있음")):
    runs = []
    for seed in range(3):
        torch.manual_seed(seed)
        model = contestant(56, skip).double()
        runs.append([g.norm().item() for g in gradients(model, x, y)])
    runs = np.array(runs)
    layers = np.arange(1, runs.shape[1] + 1)
    (line,) = ax.semilogy(layers, np.median(runs, axis=0), label=name)
    low, high = runs.min(axis=0), runs.max(axis=0)
    ax.fill_between(layers, low, high, color=line.get_color(), alpha=0.2)
ax.set(xlabel="합성곱층(1이 입력 쪽)", ylabel="기울기의 크기")
ax.legend()
plt.show()
