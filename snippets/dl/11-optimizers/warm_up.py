from lessons.dl.optimizers import SGD, Parameter
from lessons.dl.schedules import LambdaLR, LinearLR


def constant(optimizer):
    return LambdaLR(optimizer, lambda t: 1)


def warm_up(optimizer):
    return LinearLR(optimizer, start_factor=0.1, total_iters=10)


for lr, plan in ((0.01, constant), (0.1, constant), (0.1, warm_up)):
    x = Parameter(3.0)
    optimizer = SGD([x], lr=lr)
    scheduler = plan(optimizer)
    path = []
    while len(path) < 20 and abs(x.data) < 100:
        x.grad = 4 * x.data**3
        optimizer.step()
        scheduler.step()
        path.append(float(x.data))
    first = [round(value, 2) for value in path[:3]]
    print(f"{lr} {plan.__name__}: {first} … {len(path)}걸음 뒤 {path[-1]:.2f}")
