import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import quadratic, quadratic_grad
from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop
from lessons.plotting import use_korean_font

A = np.diag([1.0, 50.0])
racers = {
    "SGD": (SGD, {"lr": 0.02}),
    "모멘텀": (SGD, {"lr": 0.005, "momentum": 0.9}),
    "네스테로프": (SGD, {"lr": 0.01, "momentum": 0.9, "nesterov": True}),
    "AdaGrad": (Adagrad, {"lr": 0.5}),
    "RMSProp": (RMSprop, {"lr": 0.2}),
    "Adam": (Adam, {"lr": 0.5}),
}

use_korean_font()
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained")
grid = np.stack(np.meshgrid(np.linspace(-5, 5, 121), np.linspace(-5, 5, 121)))
height = quadratic(grid.reshape(2, -1), A).reshape(grid.shape[1:])
left.contour(*grid, height, levels=[2, 10, 40, 110, 240, 450], colors="0.7")
for name, (make, options) in racers.items():
    w = Parameter([-4.0, 2.0])
    optimizer = make([w], **options)
    path = [w.data.copy()]
    for _ in range(100):
        w.grad = quadratic_grad(w.data, A)
        optimizer.step()
        path.append(w.data.copy())
    heights = quadratic(np.transpose(path), A)
    print(f"{name}: {heights[10]:8.4f} {heights[30]:8.4f} {heights[100]:8.4f}")
    if name in ("SGD", "모멘텀", "Adam"):
        (line,) = left.plot(*np.transpose(path), ".-", markersize=3)
        right.semilogy(np.maximum(heights, 1e-8), color=line.get_color(), label=name)
left.set(title="자취", xlabel="$w_1$", ylabel="$w_2$")
right.set(title="높이", xlabel="걸음")
right.legend()
plt.show()
