import numpy as np

from lessons.datasets import load_breast_cancer
from lessons.dl.decision_tree import DecisionTreeClassifier
from lessons.dl.svm import LinearSVC

X, y = load_breast_cancer()
low, high = X.std(axis=0).min(), X.std(axis=0).max()
print(f"특성마다의 표준 편차: {low:.3f}부터 {high:.0f}까지")

Cs = (0.001, 0.01, 0.1, 1, 10, 100)
right = {"그대로": np.zeros(7, dtype=int), "표준화": np.zeros(7, dtype=int)}
for seed in range(5):
    order = np.random.default_rng(seed).permutation(len(X))
    train, valid = order[:300], order[300:380]
    Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)
    models = [LinearSVC(C=C) for C in Cs] + [DecisionTreeClassifier(max_depth=3)]
    for name, table in (("그대로", X), ("표준화", Z)):
        fits = [model.fit(table[train], y[train]) for model in models]
        right[name] += [np.sum(fit.predict(table[valid]) == y[valid]) for fit in fits]

print("C     ", *(f"{C:5g}" for C in Cs), " 나무")
for name, counts in right.items():
    print(name, *(f"{n:5d}" for n in counts))
