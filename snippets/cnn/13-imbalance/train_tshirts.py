# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.imbalance.calibration import brier_score_loss
from lessons.cnn.imbalance.focal import FocalRegression
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.ranking import average_precision_score, roc_auc_score
from lessons.cnn.imbalance.rare import rare_pictures
from lessons.cnn.imbalance.sampling import RandomOverSampler, RandomUnderSampler
from lessons.cnn.imbalance.smote import SMOTE
from lessons.cnn.imbalance.threshold import f1_at_thresholds
from lessons.cnn.imbalance.weights import compute_class_weight

GRID = (1e-5, 1e-4, 0.001, 0.01, 0.1, 1, 10)


def samples(X, y, rng):
    """방법마다 모델과, 배울 X, y, 무게"""
    weight = compute_class_weight("balanced", classes=[0, 1], y=y)[y]
    over = RandomOverSampler(rng=rng).fit_resample(X, y)
    under = RandomUnderSampler(rng=rng).fit_resample(X, y)
    smote = SMOTE(rng=rng).fit_resample(X, y)
    return {
        "그대로": (LogisticRegression, X, y),
        "클래스 가중치": (LogisticRegression, X, y, weight),
        "오버샘플링": (LogisticRegression, *over),
        "언더샘플링": (LogisticRegression, *under),
        "SMOTE": (LogisticRegression, *smote),
        "초점 손실 γ=2": (FocalRegression, X, y),
    }


def f1(y, said, w):
    return 2 * w[said & (y == 1)].sum() / (w[said].sum() + w[y == 1].sum())


seeds, fitted, parts = range(5), {}, {}
for seed in seeds:
    rng = np.random.default_rng(seed)
    parts[seed] = rare_pictures(0, rng=rng)  # 티셔츠
    X, y, _ = parts[seed]["train"]
    for name, (model, *learned) in samples(X, y, rng).items():
        for C in GRID:
            fitted[name, C, seed] = model(C).fit(*learned)


def scored(name, C, seed, part):
    return fitted[name, C, seed].decision_function(parts[seed][part][0])


print("검증 AP의 평균, C =", *GRID)
best = {}
for name in dict.fromkeys(name for name, _, _ in fitted):
    ap = [
        np.mean(
            [
                average_precision_score(
                    parts[s]["valid"][1], scored(name, C, s, "valid")
                )
                for s in seeds
            ]
        )
        for C in GRID
    ]
    best[name] = GRID[int(np.argmax(ap))]
    print(f"{name}:", *(f"{a:.2f}" for a in ap), f"→ C = {best[name]}")
table = {}
for name, C in best.items():
    for s in seeds:
        valid, test = scored(name, C, s, "valid"), scored(name, C, s, "test")
        _, y, w = parts[s]["test"]
        scores, thresholds = f1_at_thresholds(parts[s]["valid"][1], valid)
        p = 1 / (1 + np.exp(-test))
        row = (
            roc_auc_score(y, test),
            average_precision_score(y, test, sample_weight=w),
            f1(y, test >= 0, w),
            f1(y, test >= thresholds[scores.argmax()], w),
            np.average(p, weights=w),
            brier_score_loss(y, p, sample_weight=w),
        )
        table.setdefault(name, []).append(row)
save(
    "cnn/rare_tshirts",
    table=np.array(list(table.values())),
    z=scored("그대로", best["그대로"], 0, "test"),
    y=parts[0]["test"][1],
)
print("테스트의 ROC-AUC, AP, 0.5에서의 F1, 고른 임곗값의 F1: 평균 (최악)")
for name, rows in table.items():
    mean, worst = np.mean(rows, axis=0), np.min(rows, axis=0)
    cells = ", ".join(f"{mean[i]:.2f} ({worst[i]:.2f})" for i in range(4))
    print(f"{name}: {cells}")
