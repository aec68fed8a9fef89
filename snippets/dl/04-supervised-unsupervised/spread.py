import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.pca import PCA
from lessons.plotting import use_korean_font

X = np.array([[5, 4], [1, 0], [4, 1], [2, 3]])
degrees = np.arange(0, 181)
u = np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
variances = (X @ u).var(axis=0, ddof=1)
model = PCA(1).fit(X)
back = model.inverse_transform(model.transform(X))

use_korean_font()
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.4), layout="constrained")
left.plot([0, 6], [-1, 5], color="C1")
for point, foot in zip(X, back, strict=True):
    left.plot(*np.stack([point, foot]).T, ":", color="C5")
left.plot(*X.T, "o", color="C0")
left.plot(*model.mean_, "*", color="C1", markersize=14)
left.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
right.plot(degrees, variances)
right.plot([45, 135], [16 / 3, 4 / 3], "o", color="C1")
right.set(xlabel="방향 (도)", ylabel="분산", xticks=[0, 45, 90, 135, 180], ylim=(0, 6))
plt.show()
