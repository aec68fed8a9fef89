# 허용 오차: 0.2
import numpy as np

from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.sampling import RandomUnderSampler
from lessons.cnn.imbalance.smote import SMOTE

table = {}
for seed in range(10):
    rng = np.random.default_rng(100 + seed)
    X, y = two_clouds(3000, 30, rng=rng)
    plain = LogisticRegression().fit(X, y)
    models = {
        "그대로": plain,
        "무게 100": LogisticRegression().fit(X, y, np.where(y == 1, 100, 1)),
        "언더샘플링": LogisticRegression().fit(
            *RandomUnderSampler(rng=rng).fit_resample(X, y)
        ),
        "SMOTE": LogisticRegression().fit(*SMOTE(rng=rng).fit_resample(X, y)),
    }
    for name, model in models.items():
        angles = [np.degrees(np.arctan2(*m.coef_)) for m in (model, plain)]
        turned = abs(angles[0] - angles[1])
        table.setdefault(name, []).append((turned, model.intercept_))
for name, rows in table.items():
    turned, intercept = np.transpose(rows)
    print(
        f"{name}: 방향이 돌아간 각 {turned.mean():.1f}° (최대 {turned.max():.1f}°), "
        f"절편 {intercept.mean():.1f}"
    )
