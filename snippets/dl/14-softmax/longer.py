import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam
from lessons.dl.softmax import log_softmax

X, y = load_digits()
X = X / 16
order = np.random.default_rng(0).permutation(len(X))
few, val = order[:300], order[300:1300]
T = np.geomspace(0.1, 10, 41)
found = {epochs: [] for epochs in (5, 10, 20, 40, 80, 160)}
for seed in range(3):
    rng = np.random.default_rng(seed)
    model = MLP((64, 32, 10), rng=rng)
    optimizer = Adam(model.parameters(), lr=0.005)
    done = 0
    for epochs in found:
        more = epochs - done
        train(model, X[few], y[few], optimizer, epochs=more, batch_size=32, rng=rng)
        done = epochs
        z = model(X[val]).data
        log_p = [log_softmax(z / t, axis=1)[np.arange(1000), y[val]].mean() for t in T]
        right = (z.argmax(axis=1) == y[val]).mean()
        found[epochs].append((right, np.ptp(z, axis=1).mean(), T[np.argmax(log_p)]))
for epochs, rows in found.items():
    right, spread, best = np.mean(rows, axis=0)
    print(f"{epochs:3}에폭: 검증 정확도 {right:.2f}", end=", ")
    print(f"로짓의 폭 {spread:.0f}, 가장 좋은 온도 {best:.1f}")
