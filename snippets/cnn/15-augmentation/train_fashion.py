# 허용 오차: 0.03
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.augmentation.compose import Affine, Compose, HorizontalFlip
from lessons.cnn.augmentation.few_labels_torch import few, fit, predict_proba
from lessons.cnn.lenet_torch import lenet5
from lessons.datasets import load_fashion_mnist

X, y = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
X, X_test = X[:, None] / 255, X_test[:, None] / 255
affine = Affine(p=1, scale=0.1, translate_percent=0.1, rotate=12)
WAYS = {
    "그대로": None,
    "좌우 뒤집기": Compose([HorizontalFlip()]),
    "아핀": Compose([affine]),
}
table = np.zeros((len(WAYS), 2, 3))
for seed in range(3):
    rows = few(y, 10, rng=np.random.default_rng(seed))
    for i, transform in enumerate(WAYS.values()):
        for j, epochs in enumerate((20, 120)):
            torch.manual_seed(seed)
            options = {"transform": transform, "rng": np.random.default_rng(seed)}
            model = fit(lenet5(), X[rows], y[rows], epochs=epochs, **options)
            said = predict_proba(model, X_test).argmax(axis=1)
            table[i, j, seed] = (said == y_test).mean()
save("cnn/few_fashion", table=table)
print("옷 100장, 테스트 정확도의 평균 (최악): 20에폭, 120에폭")
for name, row in zip(WAYS, table, strict=True):
    print(f"{name}:", ", ".join(f"{r.mean():.2f} ({r.min():.2f})" for r in row))
