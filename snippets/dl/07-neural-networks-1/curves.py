import matplotlib.pyplot as plt
import numpy as np

from lessons.dl import activations as a
from lessons.plotting import use_korean_font

curves = {
    "sigmoid": (a.sigmoid, a.sigmoid_grad),
    "tanh": (a.tanh, a.tanh_grad),
    "ReLU": (a.relu, a.relu_grad),
    "GELU": (a.gelu, a.gelu_grad),
}
print("           h(-2)    h(0)    h(2)   h'(-2)   h'(0)   h'(2)")
points = np.array([-2.0, 0.0, 2.0])
for name, (f, grad) in curves.items():
    row = np.concatenate([f(points), grad(points)])
    print(f"{name:8}", *(f"{v:7.4f}" for v in row))

z = np.linspace(-4, 4, 401)
use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained")
for (name, pair), style in zip(curves.items(), ("-", "--", "-.", ":"), strict=True):
    for ax, f in zip(axes, pair, strict=True):
        ax.plot(z, f(z), style, label=name, linewidth=2)
axes[0].set(title="함수", xlabel="z", ylim=(-1.2, 2.5))
axes[1].set(title="도함수", xlabel="z", ylim=(-0.2, 1.3))
axes[0].legend()
plt.show()
