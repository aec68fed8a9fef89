# 허용 오차: 0.002
import numpy as np

from lessons.cnn.imbalance.calibration import brier_score_loss, correct_prior
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.sampling import RandomUnderSampler
from lessons.cnn.imbalance.smote import SMOTE

table = {}
for seed in range(10):
    rng = np.random.default_rng(seed)
    X, y = two_clouds(3000, 30, rng=rng)
    X_test, y_test = two_clouds(20000, 200, rng=rng)
    made = {
        "그대로": (X, y),
        "언더샘플링": RandomUnderSampler(rng=rng).fit_resample(X, y),
        "SMOTE": SMOTE(rng=rng).fit_resample(X, y),
    }
    for name, (A, b) in made.items():
        p = LogisticRegression().fit(A, b).predict_proba(X_test)[:, 1]
        tries = {name: p}
        if name != "그대로":
            tries[f"{name}, 되돌림"] = correct_prior(p, b.mean(), y.mean())
        for title, q in tries.items():
            row = q.mean(), brier_score_loss(y_test, q)
            table.setdefault(title, []).append(row)
    always = brier_score_loss(y_test, np.full(len(y_test), y.mean()))
    table.setdefault("모두에게 0.0099", []).append((y.mean(), always))
print("확률의 평균, 브라이어 점수: 씨앗 열의 평균 (최악)")
for name, rows in table.items():
    (said, brier), (_, worst) = np.mean(rows, axis=0), np.max(rows, axis=0)
    print(f"{name}: {said:.3f}, {brier:.4f} ({worst:.4f})")
