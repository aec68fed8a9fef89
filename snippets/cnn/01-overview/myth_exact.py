import numpy as np

from lessons.artifacts import load
from lessons.cnn.locality import WindowNet, shift
from lessons.datasets import load_digits

kept = load("cnn/overview_digits")
del kept["scores"]
model = WindowNet(5, 32, 10, rng=np.random.default_rng(0))
model.load_state_dict(kept)
X, _ = load_digits()
digit = np.pad(X[:50].reshape(-1, 8, 8) / 16, ((0, 0), (4, 4), (4, 10)))  # 16×22
z = model(digit).data
for step in (1, 3, 6, 9):
    moved = model(shift(digit, 0, step)).data
    print(f"{step}칸 옮기면 로짓의 가장 큰 변화: {np.abs(moved - z).max():.2f}")
