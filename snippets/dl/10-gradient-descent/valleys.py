import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.gradient_descent import gradient_descent, himmelblau, himmelblau_grad
from lessons.plotting import use_korean_font

grid = np.stack(np.meshgrid(np.linspace(-5, 5, 121), np.linspace(-5, 5, 121)))
height = himmelblau(grid.reshape(2, -1)).reshape(grid.shape[1:])

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 5), layout="constrained")
ax.contour(*grid, height, levels=np.logspace(0.5, 2.6, 10), colors="0.7")
for start in ([0.0, 0.0], [-0.5, 0.0], [0.0, -2.0], [-1.0, -1.5]):
    path = gradient_descent(himmelblau_grad, np.array(start), lr=0.01, steps=200)
    end = path[-1]
    print(f"{start} → ({end[0]:.3f}, {end[1]:.3f}), 높이 {himmelblau(end):.6f}")
    ax.plot(*path.T, ".-")
    ax.plot(*start, "o", color="C3")
ax.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
plt.show()
