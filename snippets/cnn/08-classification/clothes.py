import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.metrics import precision_recall_fscore_support
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
p, r, f, _ = precision_recall_fscore_support(y, z.argmax(axis=1))
for c in np.argsort(f)[[0, 1, -2, -1]]:
    print(f"{FASHION_CLASSES[c]}: 정밀도 {p[c]:.2f}, 재현율 {r[c]:.2f}, F1 {f[c]:.2f}")
