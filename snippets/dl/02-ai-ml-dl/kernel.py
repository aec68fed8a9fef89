import numpy as np

from lessons.dl.svm import LinearSVC

x = np.array([-3.0, -2, -1, 0, 1, 2, 3])
y = abs(x) > 1.5

flat = x[:, None]
bent = np.column_stack([np.sqrt(2) * x, x**2])
for name, X in (("x만", flat), ("x와 x²", bent)):
    print(f"{name}: 맞힌 비율 {LinearSVC(C=100).fit(X, y).score(X, y):.2f}")

by_features = 1 + bent @ bent.T
by_kernel = (1 + flat @ flat.T) ** 2
print("내적을 펼치지 않고 구한 것과 같은가:", np.allclose(by_features, by_kernel))
