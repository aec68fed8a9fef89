import numpy as np

from lessons.dl.optimizers import SGD, Adam, Parameter

A = np.array([[25.5, 24.5], [24.5, 25.5]])  # 곡률 1과 50이 45° 기울었다

w = Parameter([-4.0, 2.0])
racers = {
    "경사 하강법": SGD([w], lr=0.0316),
    "모멘텀": SGD([w], lr=0.0501, momentum=0.6),
    "Adam": Adam([w], lr=0.794, betas=(0.7, 0.999)),
}
for name, optimizer in racers.items():
    w.data[:] = -4, 2
    arrived = 0
    for t in range(1, 401):
        w.grad = A @ w.data
        optimizer.step()
        if w.data @ A @ w.data / 2 > 1e-6:
            arrived = t + 1
    print(f"{name}: {arrived}걸음")
