import numpy as np
import torch
import torch.nn.functional as F

from lessons import nn
from lessons.cnn import lenet_torch
from lessons.cnn.lenet import small_lenet
from lessons.cnn.lenet_by_hand import forward, gradients
from lessons.datasets import load_digits
from lessons.dl.optimizers import SGD

X, y = load_digits()
X, y = X[:1437].reshape(-1, 1, 8, 8) / 16, y[:1437]

model = small_lenet(rng=np.random.default_rng(0))
by_hand = model.state_dict()
theirs = lenet_torch.small_lenet().double()
theirs.load_state_dict({k: torch.tensor(w) for k, w in by_hand.items()})
engine = SGD(model.parameters(), lr=0.3)
other = torch.optim.SGD(theirs.parameters(), lr=0.3)

rng, steps, worst = np.random.default_rng(1), 0, 0.0
order = rng.permutation(len(X))
for start in range(0, len(X), 32):
    batch = order[start : start + 32]

    grads = gradients(by_hand, X[batch], y[batch])
    for name in by_hand:
        by_hand[name] -= 0.3 * grads[name]

    engine.zero_grad()
    nn.functional.cross_entropy(model(X[batch]), y[batch]).backward()
    engine.step()

    other.zero_grad()
    z = theirs(torch.tensor(X[batch]))
    F.cross_entropy(z, torch.tensor(y[batch])).backward()
    other.step()

    steps += 1
    tensors, ours = theirs.state_dict(), model.state_dict()
    for name, w in by_hand.items():
        gaps = w - ours[name], w - tensors[name].numpy()
        worst = max(worst, *(np.abs(gap).max() for gap in gaps))

z, _ = forward(by_hand, X)
print("걸음의 수:", steps)
print("걸음마다 견준 가중치의 가장 큰 차이가 1e-10보다 작은가:", worst < 1e-10)
print(f"한 에폭 뒤 학습 데이터에서 맞힌 비율: {np.mean(z.argmax(axis=1) == y):.2f}")
