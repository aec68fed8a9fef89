import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.ridge import Lasso

X, y = load_diabetes(scaled=False)
alphas = [0.1, 0.3, 1, 3, 10, 30]
kept, found = np.zeros(10, dtype=int), []
for seed in range(20):
    train, valid = np.split(np.random.default_rng(seed).permutation(442), [80])
    scaler = StandardScaler().fit(X[train])
    Z, Z_valid = scaler.transform(X[train]), scaler.transform(X[valid[:80]])
    models = [Lasso(alpha, max_iter=10_000).fit(Z, y[train]) for alpha in alphas]
    best = max(models, key=lambda model: model.score(Z_valid, y[valid[:80]]))
    found.append(best.alpha)
    kept += best.coef_ != 0
print("고른 α:", {a: found.count(a) for a in alphas if a in found})
print("특성마다 스무 번 가운데 남은 횟수:", kept.tolist())
