import numpy as np

from lessons.dl.gradient_descent import quadratic, quadratic_grad
from lessons.dl.optimizers import SGD, Adam, Parameter


def best(make, A, start):
    """1·2·5 눈금의 학습률 가운데 100걸음 뒤 높이가 가장 낮은 것."""
    found = []
    for lr in [m * 10.0**k for k in (-4, -3, -2, -1) for m in (1, 2, 5)]:
        w = Parameter(np.array(start))
        optimizer = make([w], lr)
        for _ in range(100):
            w.grad = quadratic_grad(w.data, A)
            optimizer.step()
            if abs(w.data).max() > 1e6:
                break
        found.append((quadratic(w.data, A), lr))
    return min(found)


racers = {
    "모멘텀": lambda params, lr: SGD(params, lr, momentum=0.9),
    "네스테로프": lambda params, lr: SGD(params, lr, momentum=0.9, nesterov=True),
    "Adam": Adam,
}
A = np.array([[25.5, 24.5], [24.5, 25.5]])
for name, make in racers.items():
    height, lr = best(make, A, [-4.0, 2.0])
    print(f"기울어진 골짜기, {name} (학습률 {lr:g}): 높이 {height:.6f}")
