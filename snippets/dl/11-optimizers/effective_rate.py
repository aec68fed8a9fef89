import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.optimizers import SGD, Parameter

X, y = load_diabetes()
X, y = (X - X.mean(axis=0)) / X.std(axis=0), (y - y.mean()) / y.std()
rates = [10 ** (k / 10) for k in range(-50, 1)]


def loss(lr, momentum, seed):
    """32개씩 보며 1에폭."""
    rng = np.random.default_rng(seed)
    w = Parameter(np.zeros(X.shape[1]))
    optimizer = SGD([w], lr=lr, momentum=momentum)
    for i in np.array_split(rng.permutation(342), 11):
        w.grad = 2 * X[i].T @ (X[i] @ w.data - y[i]) / len(i)
        optimizer.step()
    return min(1e9, ((X[342:] @ w.data - y[342:]) ** 2).mean())


for momentum in (0, 0.5, 0.9, 0.99):
    found = [np.mean([loss(lr, momentum, s) for s in range(20)]) for lr in rates]
    lr = rates[np.argmin(found)]
    print(f"μ {momentum}: 학습률 {lr:.3f}, η/(1−μ) {lr / (1 - momentum):.2f}")
    print(f"    검증 손실 {min(found):.3f}")
