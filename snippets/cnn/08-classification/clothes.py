import numpy as np
from sklearn import metrics as sklearn

from lessons.artifacts import load
from lessons.cnn.classification import metrics as ours
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.cnn.training import predict
from lessons.datasets import FASHION_CLASSES, load_fashion_mnist

model = lenet5(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/lenet_fashion"))
X, y = load_fashion_mnist(train=False)
z = predict(model, (X[:, None] / 255 - FASHION_MEAN) / FASHION_STD)
answers = z.argmax(axis=1)

for k in (1, 2, 3):
    print(f"top-{k} 정확도 {ours.top_k_accuracy_score(y, z, k=k):.2f}")
p, r, f, _ = ours.precision_recall_fscore_support(y, answers)
for c in np.argsort(f)[[0, 1, -2, -1]]:
    print(f"{FASHION_CLASSES[c]}: 정밀도 {p[c]:.2f}, 재현율 {r[c]:.2f}, F1 {f[c]:.2f}")

M = ours.confusion_matrix(y, answers)
print(
    "혼동 행렬이 scikit-learn과 같은가",
    (sklearn.confusion_matrix(y, answers) == M).all(),
)
theirs = sklearn.precision_recall_fscore_support(y, answers)
print(
    "지표의 가장 큰 차이", max(np.abs(p - theirs[0]).max(), np.abs(f - theirs[2]).max())
)
