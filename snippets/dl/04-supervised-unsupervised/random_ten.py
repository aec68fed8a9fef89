import numpy as np

from lessons.datasets import load_digits
from lessons.dl.kmeans import assign

X, y = load_digits()
rng = np.random.default_rng(0)
scores = []
for _ in range(100):
    picked = rng.choice(len(X), 10, replace=False)
    nearest = assign(X, X[picked])
    scores.append(np.mean(y[picked][nearest] == y))
print(f"평균 {np.mean(scores):.2f}, 가장 나쁠 때 {min(scores):.2f}")
