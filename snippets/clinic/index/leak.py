# 허용 오차: 0.01
import numpy as np

from lessons.clinic.patient import digit_rows

X, y, X_new, y_new = digit_rows()
rng = np.random.default_rng(0)


def blurred(X, times=5):
    """그림마다 잡음을 달리 입힌 것 다섯 장"""
    return np.repeat(X, times, axis=0) + rng.normal(0, 0.05, (len(X) * times, 64))


def nearest(X, y, X_test, y_test):
    """가장 가까운 그림의 레이블로 답한 정확도"""
    distance = ((X_test[:, None] - X) ** 2).sum(axis=2)
    return np.mean(y[distance.argmin(axis=1)] == y_test)


leaked, honest, new, both = [], [], [], []
for start in range(0, 1000, 50):  # 원본 50장으로 스무 번
    few, names = X[start : start + 50], y[start : start + 50]
    many, labels = blurred(few), np.repeat(names, 5)
    order = rng.permutation(250)
    a, b = order[:200], order[200:]
    leaked.append(nearest(many[a], labels[a], many[b], labels[b]))
    both.append(np.isin(b // 5, a // 5).mean())
    a, b = blurred(few[:40]), np.repeat(names[:40], 5)
    honest.append(nearest(a, b, few[40:], names[40:]))
    new.append(nearest(a, b, X_new, y_new))

print(f"늘리고 나누면 {np.mean(leaked):.2f}")
print(f"나누고 늘리면 {np.mean(honest):.2f}")
print(f"새 그림에서는 {np.mean(new):.2f}")
print(f"원본이 학습 데이터에도 있는 테스트 그림: {np.mean(both):.0%}")
