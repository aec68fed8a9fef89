import numpy as np

from lessons.dl.optimizers import SGD, Adam, AdamW, Parameter

scale = np.array([[0.1], [10.0]])
for make in (SGD, Adam, AdamW):
    rng = np.random.default_rng(0)
    w = Parameter(np.ones((2, 500)))
    optimizer = make([w], lr=1e-3, weight_decay=0.5)
    for _ in range(2000):
        w.grad = scale * rng.standard_normal(w.data.shape)
        optimizer.step()
    small, large = w.data.mean(axis=1)
    print(f"{make.__name__:5}  잡음 0.1: {small:.2f}   잡음 10: {large:.2f}")

for momentum in (0, 0.9):
    w, zero = Parameter(1.0), np.array(0.0)
    optimizer = SGD([w], lr=0.1, momentum=momentum, weight_decay=0.5)
    for _ in range(20):
        w.grad = zero
        optimizer.step()
    print(f"모멘텀 {momentum}: L2 규제 {w.data:.3f}, 감쇠 {(1 - 0.1 * 0.5) ** 20:.3f}")
