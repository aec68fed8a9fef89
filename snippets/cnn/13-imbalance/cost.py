import numpy as np

from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.threshold import bayes_threshold, cost_at_thresholds

FP, FN = 1, 50
t_bayes = bayes_threshold(FP, FN)


def paid(y, p, threshold):
    """샘플 1,000개의 비용"""
    said = p >= threshold
    return 1000 * np.mean(FP * (said & (y == 0)) + FN * (~said & (y == 1)))


table = []
for seed in range(10):
    rng = np.random.default_rng(seed)
    X, y = two_clouds(3000, 30, rng=rng)
    X_valid, y_valid = two_clouds(3000, 30, rng=rng)
    X_test, y_test = two_clouds(20000, 200, rng=rng)
    model = LogisticRegression().fit(X, y)
    p_valid, p = (model.predict_proba(A)[:, 1] for A in (X_valid, X_test))
    cost, thresholds = cost_at_thresholds(y_valid, p_valid, FP, FN)
    chosen = thresholds[cost.argmin()]
    least = cost_at_thresholds(y_test, p, FP, FN)[0].min() * 1000
    table.append(
        [paid(y_test, p, t) for t in (np.inf, 0, 0.5, t_bayes, chosen)] + [least]
    )
print(f"식 (13.6)의 임곗값: {t_bayes:.4f}")
names = (
    *("아무것도 고르지 않는다", "모두 고른다", "0.5"),
    *("식 (13.6)", "검증에서 고른 것", "(테스트를 보고 고르면)"),
)
for name, costs in zip(names, np.transpose(table), strict=True):
    print(f"{name}: 평균 {costs.mean():.0f}, 최악 {costs.max():.0f}")
