from itertools import product

import numpy as np

from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop

RATES = [10 ** (k / 10) for k in range(-20, 11)]  # 0.01에서 10까지 31개
MEMORY = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
racers = {
    "SGD": (lambda p, lr, _: SGD(p, lr), (0,)),
    "모멘텀": (lambda p, lr, mu: SGD(p, lr, momentum=mu), MEMORY),
    "네스테로프": (lambda p, lr, mu: SGD(p, lr, momentum=mu, nesterov=True), MEMORY),
    "AdaGrad": (lambda p, lr, _: Adagrad(p, lr), (0,)),
    "RMSProp": (lambda p, lr, _: RMSprop(p, lr), (0,)),
    "Adam": (lambda p, lr, beta: Adam(p, lr, betas=(beta, 0.999)), MEMORY),
}


def arrival(make, lr, memory, A, limit=400):
    """높이가 0.000001 아래로 내려가 다시 오르지 않는 걸음. 못 가면 limit보다 크다."""
    w = Parameter([-4.0, 2.0])
    optimizer = make([w], lr, memory)
    arrived = 1
    for t in range(1, limit + 1):
        w.grad = A @ w.data
        optimizer.step()
        height = w.data @ A @ w.data / 2
        if height > 1e12:
            return limit + 1
        if height > 1e-6:
            arrived = t + 1
    return arrived


A = np.array([[25.5, 24.5], [24.5, 25.5]])
for name, (make, memories) in racers.items():
    tried = [(arrival(make, lr, m, A), lr, m) for lr, m in product(RATES, memories)]
    steps, lr, memory = min(tried)
    remembers = f", 기억 {memory}" if memory else ""
    print(f"{steps:3}걸음 {name} (학습률 {lr:.3g}{remembers})")
    if name == "Adam":
        usual = min(steps for steps, _, m in tried if m == 0.9)
        print(f"{usual:3}걸음 Adam의 기억을 0.9에 두면")
