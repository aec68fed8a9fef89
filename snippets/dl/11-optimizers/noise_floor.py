import numpy as np

from lessons.dl.optimizers import SGD, Parameter
from lessons.dl.schedules import CosineAnnealingLR, LambdaLR


def final_height(lr, plan):
    """기울기에 표준 편차 3의 잡음이 섞인 그릇 500개에서 200걸음."""
    rng = np.random.default_rng(0)
    w = Parameter(np.full(500, 10.0))
    optimizer = SGD([w], lr=lr)
    scheduler = plan(optimizer)
    for _ in range(200):
        w.grad = w.data + 3 * rng.standard_normal(500)
        optimizer.step()
        scheduler.step()
    return (w.data**2 / 2).mean()


def constant(optimizer):
    return LambdaLR(optimizer, lambda t: 1)


def cosine(optimizer):
    return CosineAnnealingLR(optimizer, T_max=200)


rates = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
print("학습률", *rates)
for name, plan in {"그대로": constant, "코사인": cosine}.items():
    print(name, *[f"{final_height(lr, plan):.2f}" for lr in rates])
