import numpy as np

from lessons import nn
from lessons.clinic.patient import digit_net, digit_rows

X, y, _, _ = digit_rows()
print(f"고르게 찍을 때 ln 10 = {np.log(10):.3f}")
for scale in (0.1, 1, 6):
    losses = []
    for seed in range(5):
        model = digit_net(rng=np.random.default_rng(seed))
        for layer in [*model][::2]:
            layer.weight.data *= scale
        losses.append(nn.functional.cross_entropy(model(X), y).item())
    print(f"초깃값 {scale:>3}배: 처음 손실 {min(losses):.2f}에서 {max(losses):.2f}까지")
