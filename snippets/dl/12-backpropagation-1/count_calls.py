import numpy as np

from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.value import Value

rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, size=300)
calls = 0


def loss(w):
    global calls
    calls += 1
    return (sum(w_i * x_i for w_i, x_i in zip(w, x, strict=True)) - 1) ** 2


start = rng.uniform(-1, 1, size=300)
slopes = numerical_gradient(loss, start)
print(f"수치 미분: 함수를 {calls}번 불렀다")

calls = 0
w = [Value(number) for number in start]
loss(w).backward()
print(f"역전파: 함수를 {calls}번 불렀다")

difference = max(abs(v.grad - slope) for v, slope in zip(w, slopes, strict=True))
print(f"기울기 {len(w)}개의 가장 큰 차이: {difference:.6f}")
