import numpy as np

from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.ranking import average_precision_score, roc_auc_score
from lessons.cnn.imbalance.rare import two_clouds

print("          정확도          ROC-AUC         AP")
for ratio in (1, 3, 10, 30, 100):
    table = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        X, y = two_clouds(3000, 3000 // ratio, rng=rng)
        X_test, y_test = two_clouds(20000, 20000 // ratio, rng=rng)
        p = LogisticRegression().fit(X, y).predict_proba(X_test)[:, 1]
        right = np.mean((p > 0.5) == y_test)
        auc, ap = roc_auc_score(y_test, p), average_precision_score(y_test, p)
        table.append((right, auc, ap))
    mean, worst = np.mean(table, axis=0), np.min(table, axis=0)
    cells = "   ".join(f"{m:.3f} ({w:.3f})" for m, w in zip(mean, worst, strict=True))
    print(f"1:{ratio:<4}  {cells}")
print("괄호 안은 씨앗 열 가운데 가장 나쁜 것")
