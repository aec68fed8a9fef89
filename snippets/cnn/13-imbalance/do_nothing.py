import numpy as np

from lessons.cnn.classification.metrics import precision_recall_fscore_support
from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds

rng = np.random.default_rng(0)
X, y = two_clouds(3000, 30, rng=rng)
X_test, y_test = two_clouds(20000, 200, rng=rng)
model = LogisticRegression().fit(X, y)
p = model.predict_proba(X_test)[:, 1]
answers = {
    "가": np.zeros_like(y_test),  # 언제나 음성
    "나": (p > 0.1).astype(int),
}
for name, said in answers.items():
    scores = precision_recall_fscore_support(y_test, said, labels=[1])
    precision, recall, f1, _ = (s[0] for s in scores)
    print(
        f"{name}: 정확도 {np.mean(said == y_test):.3f}, 정밀도 {precision:.2f}, "
        f"재현율 {recall:.2f}, F1 {f1:.2f}, 찾은 양성 {(said * y_test).sum()}개"
    )
