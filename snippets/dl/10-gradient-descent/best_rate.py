import numpy as np

lr = np.linspace(0.001, 0.199, 100_000)
slowest = np.maximum(abs(1 - lr), abs(1 - 10 * lr))
best = slowest.argmin()
print(f"가장 빠른 학습률: {lr[best]:.4f}, 배율의 크기: {slowest[best]:.4f}")
print(f"1000분의 1까지: {int(np.ceil(np.log(1000) / -np.log(9 / 11)))}걸음")
