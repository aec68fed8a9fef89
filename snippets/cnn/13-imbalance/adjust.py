import numpy as np

from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.weights import adjust_logits

rng = np.random.default_rng(0)
X, y = two_clouds(3000, 30, rng=rng)
X_test, _ = two_clouds(20000, 200, rng=rng)
model = LogisticRegression().fit(X, y)
z = model.decision_function(X_test)
both = np.column_stack([np.zeros_like(z), z])  # 음성의 로짓을 0으로 두었다
prior = np.array([3000, 30]) / 3030
moved = adjust_logits(both, prior)
p = model.predict_proba(X_test)[:, 1]
same = np.array_equal(moved.argmax(axis=1), (p > prior[1]).astype(int))
print(f"조정한 로짓이 큰 쪽 = 확률이 {prior[1]:.4f}보다 큰가: {same}")
