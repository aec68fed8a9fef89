import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.optimizers import SGD, Adam, Parameter
from lessons.plotting import use_korean_font

C = 3
x = Parameter(0.0)
betas = (0, 1 / (1 + C**2))
racers = {
    "SGD": SGD([x], lr=0.1),
    "Adam": Adam([x], lr=0.1, betas=betas),
    "AMSGrad": Adam([x], lr=0.1, betas=betas, amsgrad=True),
}

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
for name, optimizer in racers.items():
    x.data[...] = 0
    path = []
    for t, slope in enumerate([C, -1, -1] * 1000, start=1):
        optimizer.lr = 0.1 / np.sqrt(t)
        x.grad = np.array(float(slope))
        optimizer.step()
        x.data.clip(-1, 1, out=x.data)
        path.append(float(x.data))
    print(f"{name}: 3000걸음 뒤 x = {path[-1]:.2f}")
    ax.plot(path, label=name)
ax.set(xlabel="걸음", ylabel="x")
ax.legend()
plt.show()
