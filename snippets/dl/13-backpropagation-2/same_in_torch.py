import numpy as np
import torch
import torch.nn.functional as F

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, softmax_loss
from lessons.dl.mlp_torch import as_torch
from lessons.dl.optimizers import Adam

X, y = load_digits()
X = X / 16
ours = MLP((64, 128, 64, 10), rng=np.random.default_rng(0))
theirs = as_torch(ours)
our_adam = Adam(ours.parameters(), lr=0.002)
their_adam = torch.optim.Adam(theirs.parameters(), lr=0.002)

for step in range(101):
    batch = np.arange(32 * step, 32 * step + 32) % len(X)
    our_adam.zero_grad()
    softmax_loss(ours(X[batch]), y[batch]).backward()
    their_adam.zero_grad()
    logits = theirs(torch.from_numpy(X[batch]))
    F.cross_entropy(logits, torch.from_numpy(y[batch])).backward()
    if step in (0, 100):
        pairs = zip(ours.parameters(), theirs.parameters(), strict=True)
        difference = max(abs(p.grad - q.grad.numpy().T).max() for p, q in pairs)
        print(f"{step}걸음 뒤 기울기의 가장 큰 차이: {difference:.9f}")
    our_adam.step()
    their_adam.step()
