import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.neighbors import KNeighborsClassifier, select_k_best


def accuracy(X, y, leak):
    """특성 10개를 골라 5겹 교차 검증한 정확도. leak이면 나누기 전에 고른다."""
    scores = []
    for train, valid in KFold(5).split(X):
        seen = slice(None) if leak else train
        chosen = select_k_best(X[seen], y[seen], k=10)
        model = KNeighborsClassifier(5).fit(X[train][:, chosen], y[train])
        scores.append(model.score(X[valid][:, chosen], y[valid]))
    return np.mean(scores)


rng = np.random.default_rng(0)
honest, leaked = [], []
for _ in range(20):
    X, y = rng.standard_normal((50, 1000)), rng.permutation(50) % 2
    honest.append(accuracy(X, y, leak=False))
    leaked.append(accuracy(X, y, leak=True))
print(f"나눈 뒤에 고르기:   평균 {np.mean(honest):.2f}")
print(f"나누기 전에 고르기: 평균 {np.mean(leaked):.2f}")
