# 허용 오차: 0.02
import numpy as np

from lessons.clinic.patient import digit_rows


def prepare(X, y, n_test, times, rng):
    """그림마다 잡음을 입힌 것을 times장씩 만들고 테스트를 떼어 둔다."""
    X = np.repeat(X, times, axis=0)
    X = X + rng.normal(0, 0.05, X.shape)
    y = np.repeat(y, times)
    order = rng.permutation(len(X))
    train, test = order[n_test:], order[:n_test]
    return X[train], y[train], X[test], y[test]


def nearest(X, y, X_test):
    """가장 가까운 그림의 레이블로 답한다."""
    distance = ((X_test[:, None] - X) ** 2).sum(axis=2)
    return y[distance.argmin(axis=1)]


X, y, X_new, y_new = digit_rows()
tests, news = [], []
for start in range(0, 1000, 50):  # 원본 50장으로 스무 번
    rng, few = np.random.default_rng(start), slice(start, start + 50)
    X_train, y_train, X_test, y_test = prepare(X[few], y[few], 10, 5, rng)
    tests.append(np.mean(nearest(X_train, y_train, X_test) == y_test))
    news.append(np.mean(nearest(X_train, y_train, X_new) == y_new))
print(
    f"테스트 정확도 {np.mean(tests):.2f}, 나중에 모은 그림의 정확도 {np.mean(news):.2f}"
)
