import numpy as np

from lessons.dl.perceptron import Perceptron

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])

rng = np.random.default_rng(0)
w, b = rng.uniform(-1, 1, (2, 100_000)), rng.uniform(-1, 1, 100_000)
right = ((X @ w + b > 0) == y[:, np.newaxis]).sum(axis=0)
print("맞힌 개수마다 직선의 수:", np.bincount(right, minlength=5))

clean = 0
for seed in range(20):
    model = Perceptron(max_iter=200, rng=np.random.default_rng(seed)).fit(X, y)
    clean += 0 in model.mistakes_
print(f"순서를 바꾸어 200바퀴씩 20번: 다 맞힌 바퀴가 있는 것은 {clean}번")
