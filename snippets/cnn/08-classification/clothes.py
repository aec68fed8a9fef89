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

rank = (z > z[np.arange(len(y)), y][:, None]).sum(axis=1)
for k in (1, 2, 3):
    print(f"top-{k} 정확도 {np.mean(rank < k):.2f}")  # 식 (8.5)
answers = z.argmax(axis=1)
p, r, f, _ = ours.precision_recall_fscore_support(y, answers)
for c in np.argsort(f)[[0, 1, -2, -1]]:
    print(f"{FASHION_CLASSES[c]}: 정밀도 {p[c]:.2f}, 재현율 {r[c]:.2f}, F1 {f[c]:.2f}")

theirs = sklearn.precision_recall_fscore_support(y, answers)
gap = max(np.abs(a - b).max() for a, b in zip((p, r, f), theirs[:3], strict=True))
print("scikit-learn과의 가장 큰 차이", gap)
same = sklearn.confusion_matrix(y, answers) == ours.confusion_matrix(y, answers)
print("혼동 행렬이 같은가", same.all())
