import numpy as np

from lessons.datasets import load_digits
from lessons.dl.pseudo_label import centroid_proba, self_training

X, y = load_digits()
rng = np.random.default_rng(0)


def proba(X, y, X_new):
    return centroid_proba(X, y, X_new, scale=8)


before, after, filled = [], [], []
for _ in range(20):
    picked = [rng.choice(np.flatnonzero(y == k)) for k in range(10)]
    few = np.full(len(y), -1)
    few[picked] = y[picked]
    many = self_training(proba, X, few, threshold=0.9)
    known = many != -1
    filled.append(known.mean())
    before.append(np.mean(proba(X[picked], y[picked], X).argmax(axis=1) == y))
    after.append(np.mean(proba(X[known], many[known], X).argmax(axis=1) == y))
print(f"레이블 10장으로: {np.mean(before):.2f}")
print(f"의사 레이블이 붙은 비율: {np.mean(filled):.2f}")
print(f"의사 레이블까지 배우면: {np.mean(after):.2f}")
print(f"나아진 횟수: 20번 가운데 {sum(np.array(after) > before)}번")
