import numpy as np
import torch

from lessons.dl.value import Value


def random_expression(leaves, rng):
    """무작위로 고른 연산을 20번 잇는다. 같은 rng면 같은 식이 나온다."""
    values = list(leaves)
    for _ in range(20):
        a, b = (values[i] for i in rng.integers(len(values), size=2))
        choices = [a + b, a - b, a * b, a / (b * b + 1), a.tanh(), (a * a).exp(), -a]
        values.append(choices[rng.integers(len(choices))].tanh())
    return sum(values)


largest = 0
for seed in range(30):
    numbers = np.random.default_rng(seed).normal(size=4)
    ours = [Value(number) for number in numbers]
    theirs = [torch.tensor(n, dtype=torch.float64, requires_grad=True) for n in numbers]
    random_expression(ours, np.random.default_rng(seed)).backward()
    random_expression(theirs, np.random.default_rng(seed)).backward()
    for v, t in zip(ours, theirs, strict=True):
        largest = max(largest, abs(v.grad - t.grad.item()) / max(1, abs(v.grad)))
print(f"무작위 식 30개, 기울기 120개의 가장 큰 차이: {largest:.9f}")
