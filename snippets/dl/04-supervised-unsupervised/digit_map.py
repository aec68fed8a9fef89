import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.pca import PCA
from lessons.plotting import use_korean_font

X, y = load_digits()
model = PCA().fit(X)
share = model.explained_variance_ratio_.cumsum()
print(f"축 2개로 남는 분산의 몫: {share[1]:.3f}")
for part in (0.9, 0.95):
    print(f"{part:.0%}를 남기는 축: 64개 가운데 {np.argmax(share >= part) + 1}개")

Z = model.transform(X)[:, :2]
use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 4), layout="constrained")
for digit, marker in ((0, "o"), (4, "^"), (6, "s"), (8, "x")):
    ax.plot(*Z[y == digit].T, marker, markersize=4, label=str(digit), alpha=0.7)
ax.set(xlabel="첫째 주성분", ylabel="둘째 주성분")
ax.legend(title="숫자")
plt.show()
