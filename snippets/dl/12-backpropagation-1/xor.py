import numpy as np

from lessons.dl.value import Value

POINTS = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]
UNITS = 3
rng = np.random.default_rng(0)
parameters = [Value(number) for number in rng.uniform(-1, 1, size=4 * UNITS + 1)]


def predict(x1, x2):
    rows = [parameters[4 * k : 4 * k + 4] for k in range(UNITS)]
    hidden = [(w1 * x1 + w2 * x2 + b).tanh() * v for w1, w2, b, v in rows]
    return sum(hidden) + parameters[-1]


def loss():
    return sum((predict(x1, x2) - y) ** 2 for x1, x2, y in POINTS) / 4


print(f"처음의 손실: {loss().data:.2f}")
for _ in range(300):
    for p in parameters:
        p.grad = None
    loss().backward()
    for p in parameters:
        p.data -= 0.2 * p.grad
print(f"300걸음 뒤의 손실: {loss().data:.2f}")
for x1, x2, y in POINTS:
    print(f"({x1}, {x2}) 정답 {y}, 예측 {predict(x1, x2).data:.1f}")
