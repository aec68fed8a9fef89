from lessons.dl.optimizers import SGD, Parameter
from lessons.dl.schedules import LambdaLR, LinearLR


def constant(optimizer):
    return LambdaLR(optimizer, lambda t: 1)


def warm_up(optimizer):
    return LinearLR(optimizer, start_factor=0.1, total_iters=10)


def heights(lr, plan):
    """20걸음 뒤의 높이. 달아나면 무한대"""
    x = Parameter(3.0)
    optimizer = SGD([x], lr=lr)
    scheduler = plan(optimizer)
    for _ in range(20):
        x.grad = 4 * x.data**3
        optimizer.step()
        scheduler.step()
        if abs(x.data) > 100:
            return float("inf")
    return float(x.data**4)


rates = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
print("학습률", *rates)
for name, plan in {"그대로": constant, "웜업": warm_up}.items():
    print(name, *[f"{heights(lr, plan):.3f}" for lr in rates])
