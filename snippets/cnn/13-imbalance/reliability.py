# 허용 오차: 0.01
import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.imbalance.calibration import calibration_curve, correct_prior
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.smote import SMOTE
from lessons.plotting import use_korean_font

use_korean_font()
rng = np.random.default_rng(0)
X, y = two_clouds(3000, 30, rng=rng)
X_test, y_test = two_clouds(100_000, 1000, rng=rng)
A, b = SMOTE(rng=rng).fit_resample(X, y)
plain = LogisticRegression().fit(X, y).predict_proba(X_test)[:, 1]
smote = LogisticRegression().fit(A, b).predict_proba(X_test)[:, 1]
back = correct_prior(smote, b.mean(), y.mean())

fig, ax = plt.subplots(figsize=(5.4, 4.0), layout="constrained")
for p, name in ((plain, "그대로"), (smote, "SMOTE"), (back, "SMOTE, 되돌림")):
    true, said = calibration_curve(y_test, p, n_bins=14, strategy="quantile")
    some = true > 0
    ax.plot(said[some], true[some], marker="o", markersize=4, label=name)
ax.plot([1e-4, 1], [1e-4, 1], color="0.6", linestyle="--", label="확률 = 비율")
ax.set(xscale="log", yscale="log", xlabel="모델의 확률", ylabel="정말 양성인 비율")
ax.legend()
plt.show()

high = smote > 0.8
print(
    f"SMOTE의 확률이 0.8을 넘은 것: 확률의 평균 {smote[high].mean():.2f}, "
    f"정말 양성 {y_test[high].mean():.2f}, 되돌린 확률의 평균 {back[high].mean():.2f}"
)
