import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.ranking import precision_recall_curve, roc_curve
from lessons.cnn.imbalance.rare import two_clouds
from lessons.plotting import use_korean_font

use_korean_font()
fig, (left, right) = plt.subplots(1, 2, figsize=(7.2, 3.5), layout="constrained")
for ratio in (1, 10, 100):
    rng = np.random.default_rng(0)
    X, y = two_clouds(3000, 3000 // ratio, rng=rng)
    X_test, y_test = two_clouds(20000, 20000 // ratio, rng=rng)
    p = LogisticRegression().fit(X, y).predict_proba(X_test)[:, 1]
    fpr, tpr, _ = roc_curve(y_test, p)
    thin = np.linspace(0, len(fpr) - 1, 150).astype(int)
    left.plot(fpr[thin], tpr[thin], label=f"1:{ratio}")
    precision, recall, _ = precision_recall_curve(y_test, p)
    grid = np.linspace(0.02, 1, 120)  # 그 재현율에 처음 닿는 곳의 정밀도
    at = [np.flatnonzero(recall >= r)[-1] for r in grid]
    right.plot(grid, precision[at], label=f"1:{ratio}")
left.plot([0, 1], [0, 1], color="0.6", linestyle="--")
left.set(xlabel="거짓 양성률", ylabel="재현율", title="ROC 곡선")
right.set(xlabel="재현율", ylabel="정밀도", title="정밀도-재현율 곡선", ylim=(0, 1.03))
left.legend(title="양성:음성")
plt.show()
