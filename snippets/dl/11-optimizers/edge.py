import numpy as np

from lessons.dl.optimizers import Adagrad, Parameter

for land, A in {
    "축과 나란한 골짜기": np.diag([1.0, 50.0]),
    "기운 골짜기": np.array([[25.5, 24.5], [24.5, 25.5]]),
}.items():
    print(land)
    for lr in (0.5, 2.0, 10.0, 50.0, 1000.0):
        w = Parameter([-4.0, 2.0])
        optimizer = Adagrad([w], lr)
        path = [w.data.copy()]
        for _ in range(10):
            w.grad = A @ w.data
            optimizer.step()
            path.append(w.data.copy())
        heights = [float(w @ A @ w) / 2 for w in path]
        print(f"    학습률 {lr:6}:", *[f"{heights[t]:9.4f}" for t in (1, 2, 5, 10)])
