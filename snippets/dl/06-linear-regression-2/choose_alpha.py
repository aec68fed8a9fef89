import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.ridge import Ridge

X, y = load_diabetes(scaled=False)
alphas = [0, 0.1, 1, 3, 10, 30, 100, 1000]
found, gained = [], []
table = []
for seed in range(20):
    train, valid, test = np.split(
        np.random.default_rng(seed).permutation(442), [80, 160]
    )
    scaler = StandardScaler().fit(X[train])
    Z, Z_valid, Z_test = (scaler.transform(X[part]) for part in (train, valid, test))
    models = [Ridge(alpha).fit(Z, y[train]) for alpha in alphas]
    scores = [model.score(Z_valid, y[valid]) for model in models]
    table.append([[m.score(Z, y[train]) for m in models], scores])
    best = int(np.argmax(scores))
    found.append(alphas[best])
    gained.append([models[i].score(Z_test, y[test]) for i in (0, best)])

for alpha, (train, valid) in zip(alphas, np.mean(table, axis=0).T, strict=True):
    print(f"α = {alpha:5g}: 훈련 R² {train:.3f}, 검증 R² {valid:.3f}")
print("스무 번 고른 α:", {a: found.count(a) for a in alphas if a in found})
for name, R2 in zip(("α = 0", "고른 α"), np.transpose(gained), strict=True):
    print(f"{name}: 테스트 R² 평균 {R2.mean():.3f}, 가장 나쁜 것 {R2.min():.3f}")
