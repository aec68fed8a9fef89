import numpy as np

from lessons.cnn.classification.metrics import precision_recall_fscore_support

y = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]  # 고양이 0, 개 1, 새 2
y_hat = [0, 0, 0, 1, 1, 1, 0, 1, 2, 0]
M = np.zeros((3, 3), dtype=int)
np.add.at(M, (y, y_hat), 1)  # 식 (8.1)
print(M)

hit = M.diagonal()
P, R = hit / M.sum(axis=0), hit / M.sum(axis=1)  # 식 (8.2), (8.3)
F = 2 * hit / (M.sum(axis=1) + M.sum(axis=0))  # 식 (8.4)
print("정밀도", P.round(2), "재현율", R.round(2), "F1", F.round(2))
for average in ("macro", "micro", "weighted"):
    p, r, f, _ = precision_recall_fscore_support(y, y_hat, average=average)
    print(f"{average}: {p:.2f} {r:.2f} {f:.2f}")
