import numpy as np

from lessons.datasets import load_iris
from lessons.dl.decision_tree import DecisionTreeClassifier

X, y = load_iris()
X, y = X[50:, :2], y[50:] - 1
train, valid = slice(0, None, 2), slice(1, None, 2)


def forest(trees, rng):
    """다시 뽑은 50송이로 키운 나무들의 표결을 검증 50송이로 잰다."""
    votes = np.zeros(50)
    for _ in range(trees):
        rows = rng.integers(50, size=50)
        tree = DecisionTreeClassifier().fit(X[train][rows], y[train][rows])
        votes += tree.predict(X[valid])
    return np.mean((votes > trees / 2) == y[valid])


for trees in (1, 11, 101):
    scores = [forest(trees, np.random.default_rng(seed)) for seed in range(10)]
    mean, low, high = np.mean(scores), min(scores), max(scores)
    print(f"나무 {trees:3d}그루: 평균 {mean:.2f}, 최악 {low:.2f}, 최고 {high:.2f}")
