import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.neighbors import KNeighborsClassifier, select_k_best
from lessons.plotting import use_korean_font


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
tables = [(rng.standard_normal((50, 1000)), rng.permutation(50) % 2) for _ in range(20)]
number = np.arange(1, 21)

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for leak, shape, name in ((False, "o", "나눈 뒤에"), (True, "s", "나누기 전에")):
    scores = [accuracy(X, y, leak) for X, y in tables]
    ax.plot(number, scores, shape, label=name + " 고른다")
ax.axhline(0.5, color="C2", linestyle="--", label="참값")
ax.set(xlabel="표", ylabel="정확도", ylim=(0, 1))
ax.legend(loc="lower right")
plt.show()
