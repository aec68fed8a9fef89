# 허용 오차: 0.02
import numpy as np

from lessons import nn
from lessons.clinic.patient import digit_net, digit_rows
from lessons.dl.optimizers import SGD


def batches(X, y, size, rng):
    """무작위 차례로 size줄씩 나눈다."""
    X, y = X[rng.permutation(len(X))], y[rng.permutation(len(y))]
    starts = range(0, len(X), size)
    return [(X[i : i + size], y[i : i + size]) for i in starts]


X, y, _, _ = digit_rows()
for n in (1200, 20):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    optimizer = SGD(model.parameters(), 0.1)
    for _ in range(12_000 // n // 5):
        for X_batch, y_batch in batches(X[:n], y[:n], 20, rng):
            loss = nn.functional.cross_entropy(model(X_batch), y_batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    loss = nn.functional.cross_entropy(model(X[:n]), y[:n]).item()
    print(f"{n}장으로 120걸음: 손실 {loss:.2f} (고르게 찍으면 {np.log(10):.2f})")
