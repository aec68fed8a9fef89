import numpy as np

from lessons.clinic.patient import digit_rows


def standardize(X_train, X_test):
    """특성마다 평균을 0, 표준편차를 1로 맞춘다."""

    def scaled(X):
        return (X - X.mean(axis=0)) / X.std(axis=0)

    return scaled(X_train), scaled(X_test)


X, y, X_valid, y_valid = digit_rows()
with np.errstate(invalid="ignore"):  # 경고를 껐다
    X, X_valid = standardize(X, X_valid)

W, losses = np.zeros((64, 10)), []
for _ in range(3):
    z = X @ W
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    losses.append(-log_p[np.arange(len(y)), y].mean())
    W -= 0.1 * X.T @ (np.exp(log_p) - np.eye(10)[y]) / len(y)

print("손실:", *losses)
print("W의 유한한 성분:", np.isfinite(W).sum(), "X의 NaN:", np.isnan(X).sum())
