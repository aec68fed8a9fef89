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


print(f"0.2 그대로       높이 {final_height(0.2, constant):.2f}")
print(f"0.01 그대로      높이 {final_height(0.01, constant):.2f}")
print(f"0.2에서 코사인   높이 {final_height(0.2, cosine):.2f}")
