# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.imbalance.anomaly import PCADetector
from lessons.cnn.imbalance.ranking import roc_auc_score
from lessons.datasets import FASHION_CLASSES, load_fashion_mnist

X, y = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
X, X_test = (A.reshape(len(A), -1) / 255 for A in (X, X_test))
table = np.zeros((10, 3, 3))
for k in range(10):
    for seed in range(3):
        rows = np.random.default_rng(seed).permutation(np.flatnonzero(y == k))
        model = PCADetector(20).fit(X[rows[:300]])
        strange = (y_test != k).astype(int)
        auc = roc_auc_score(strange, -model.score_samples(X_test))
        normal = X_test[y_test == k]
        alarms = [
            np.mean(model.calibrate(X[part]).predict(normal) == -1)
            for part in (rows[:300], rows[300:])
        ]
        table[k, seed] = auc, *alarms
save("cnn/normals_only", table=table)
print("ROC-AUC의 평균 (최악)")
for k in np.argsort(-table[:, :, 0].mean(axis=1)):
    auc = table[k, :, 0]
    print(f"{FASHION_CLASSES[k]}: {auc.mean():.2f} ({auc.min():.2f})")
own, held = table[:, :, 1].mean(), table[:, :, 2].mean()
print("정상을 이상이라고 한 비율. 5%를 바랐다")
print(f"배운 300장에서 정한 임곗값: {own:.2f}")
print(f"남겨 둔 300장에서 정한 임곗값: {held:.2f}")
