# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.imbalance.calibration import brier_score_loss
from lessons.cnn.imbalance.focal import FocalRegression
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.ranking import average_precision_score
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.sampling import RandomOverSampler, RandomUnderSampler
from lessons.cnn.imbalance.smote import SMOTE
from lessons.cnn.imbalance.threshold import f1_at_thresholds
from lessons.cnn.imbalance.weights import compute_class_weight


def models(X, y, rng):
    def learned(X, y, *weight, model=None):
        model = (model or LogisticRegression()).fit(X, y, *weight)
        return lambda X: model.predict_proba(X)[:, 1]

    weight = compute_class_weight("balanced", classes=[0, 1], y=y)[y]
    return {
        "그대로": learned(X, y),
        "클래스 가중치": learned(X, y, weight),
        "오버샘플링": learned(*RandomOverSampler(rng=rng).fit_resample(X, y)),
        "언더샘플링": learned(*RandomUnderSampler(rng=rng).fit_resample(X, y)),
        "SMOTE": learned(*SMOTE(rng=rng).fit_resample(X, y)),
        **{
            f"초점 손실 γ={g:g}": learned(X, y, model=FocalRegression(gamma=g))
            for g in (0.5, 2, 5)
        },
    }


def f1(y, said):
    return 2 * (said & (y == 1)).sum() / (said.sum() + y.sum())


table = {}
for seed in range(10):
    rng = np.random.default_rng(100 + seed)
    X, y = two_clouds(3000, 30, rng=rng)
    X_valid, y_valid = two_clouds(3000, 30, rng=rng)
    X_test, y_test = two_clouds(20000, 200, rng=rng)
    for name, model in models(X, y, rng).items():
        scores, thresholds = f1_at_thresholds(y_valid, model(X_valid))
        p = model(X_test)
        row = (
            average_precision_score(y_test, p),
            f1(y_test, p >= 0.5),
            f1(y_test, p >= thresholds[scores.argmax()]),
            p.mean(),
            brier_score_loss(y_test, p),
        )
        table.setdefault(name, []).append(row)
save("cnn/imbalance_contest", table=np.array(list(table.values())))
print("AP, 0.5에서의 F1, 검증에서 고른 임곗값의 F1: 평균 (최악)")
for name, rows in table.items():
    mean, worst = np.mean(rows, axis=0), np.min(rows, axis=0)
    cells = ", ".join(f"{mean[i]:.2f} ({worst[i]:.2f})" for i in range(3))
    print(f"{name}: {cells}")
