import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import quadratic, quadratic_grad
from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop
from lessons.plotting import use_korean_font

lands = {
    "골짜기": np.diag([1.0, 50.0]),
    "기운 골짜기": np.array([[25.5, 24.5], [24.5, 25.5]]),
}
racers = {
    "SGD": (SGD, {"lr": 0.02}),
    "모멘텀": (SGD, {"lr": 0.005, "momentum": 0.9}),
    "AdaGrad": (Adagrad, {"lr": 2.0}),
    "RMSProp": (RMSprop, {"lr": 0.2}),
    "Adam": (Adam, {"lr": 2.0}),
}

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), sharey=True, layout="constrained")
for (land, A), ax in zip(lands.items(), axes, strict=True):
    print(land)
    for name, (make, options) in racers.items():
        w = Parameter([-4.0, 2.0])
        optimizer = make([w], **options)
        heights = []
        for _ in range(100):
            w.grad = quadratic_grad(w.data, A)
            optimizer.step()
            heights.append(max(quadratic(w.data, A), 1e-8))
        ax.semilogy(range(1, 101), heights, label=name)
        print(f"    {heights[-1]:.4f} {name}")
    ax.set(title=land, xlabel="걸음")
axes[0].set_ylabel("높이")
axes[1].legend()
plt.show()
