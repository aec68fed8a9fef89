import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.ridge import Lasso

X, y = load_diabetes(scaled=False)
X, y, alpha = StandardScaler().fit_transform(X), y - y.mean(), 10
N, D = X.shape

w = np.zeros(D)
for _ in range(200):
    for j in range(D):
        r = y - X @ w + X[:, j] * w[j]  # w_j를 뺀 예측의 잔차
        c, a = X[:, j] @ r / N, X[:, j] @ X[:, j] / N
        w[j] = np.sign(c) * max(abs(c) - alpha, 0) / a  # 식 (6.14)
print("가중치:", w.round(1) + 0)
ours = Lasso(alpha, tol=1e-9).fit(X, y).coef_
print("클래스와 같은가:", np.allclose(w, ours))
