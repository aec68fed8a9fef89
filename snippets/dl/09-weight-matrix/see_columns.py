import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.affine import affine, one_hot
from lessons.plotting import use_korean_font

X, y = load_digits()
X = X / 16
order = np.random.default_rng(0).permutation(len(X))
learn, test = order[:1000], order[1000:]

# 정답의 원-핫에 가장 가까운 W와 b. 릿지 회귀의 정규 방정식
ones = np.column_stack([X[learn], np.ones(1000)])
left = ones.T @ ones + 10 * np.eye(65)
Wb = np.linalg.solve(left, ones.T @ one_hot(y[learn], 10))
W, b = Wb[:64], Wb[64]

answer = affine(X[test], W, b).argmax(axis=1)
print("W:", W.shape, "b:", b.shape)
print(f"새 그림 {len(test)}장에서 맞힌 비율: {np.mean(answer == y[test]):.2f}")

use_korean_font()
fig, axes = plt.subplots(2, 5, figsize=(6.4, 2.9), layout="constrained")
most = abs(W).max()
for k, ax in enumerate(axes.flat):
    ax.imshow(W[:, k].reshape(8, 8), cmap="RdBu_r", vmin=-most, vmax=most)
    ax.set(title=f"{k}", xticks=[], yticks=[])
plt.show()
