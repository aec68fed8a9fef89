import matplotlib.pyplot as plt

from lessons.dl.optimizers import SGD, Parameter
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR, StepLR
from lessons.plotting import use_korean_font


def warm_up_then_cosine(optimizer):
    warm_up = LinearLR(optimizer, start_factor=0.1, total_iters=10)
    cosine = CosineAnnealingLR(optimizer, T_max=90)
    return SequentialLR(optimizer, [warm_up, cosine], milestones=[10])


plans = {
    "계단": lambda optimizer: StepLR(optimizer, step_size=30),
    "코사인": lambda optimizer: CosineAnnealingLR(optimizer, T_max=100),
    "웜업 뒤 코사인": warm_up_then_cosine,
}

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
for name, plan in plans.items():
    optimizer = SGD([Parameter(0.0)], lr=1.0)
    scheduler = plan(optimizer)
    rates = []
    for _ in range(101):
        rates.append(optimizer.lr)
        optimizer.step()
        scheduler.step()
    print(name, [round(rates[t], 3) for t in (0, 5, 10, 30, 60, 100)])
    ax.plot(rates, label=name)
ax.set(xlabel="걸음", ylabel="학습률")
ax.legend()
plt.show()
