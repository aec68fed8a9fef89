import warnings

import numpy as np
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

from lessons import nn as ours
from lessons.clinic.looks import clip_grad_norm, dead_units
from lessons.clinic.patient import digit_net, digit_rows

X, y, _, _ = digit_rows()
mine = digit_net(rng=np.random.default_rng(0))
model = nn.Sequential(
    nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 10)
).double()
model.load_state_dict({k: torch.tensor(v) for k, v in mine.state_dict().items()})
inputs, labels = torch.tensor(X), torch.tensor(y)

# 죽은 유닛: 층이 낸 것을 훅으로 받는다
seen = {}
for name, layer in model.named_modules():
    if isinstance(layer, nn.ReLU):
        layer.register_forward_hook(
            lambda _, x, out, name=name: seen.update({name: out})
        )

loss = nn.functional.cross_entropy(model(inputs), labels)
loss.backward()
norm = clip_grad_norm_(model.parameters(), max_norm=0.5).item()
dead = {name: (h <= 0).all(dim=0).double().mean().item() for name, h in seen.items()}

ours.functional.cross_entropy(mine(X), y).backward()
ours_norm = clip_grad_norm(mine.parameters(), 0.5)
print("자르기 전의 크기가 같은가:", abs(ours_norm - norm) < 1e-12)
pairs = zip(mine.parameters(), model.parameters(), strict=True)
gap = max(np.abs(p.grad - q.grad.numpy()).max() for p, q in pairs)
print("자른 기울기가 같은가:", bool(gap < 1e-12))
print("죽은 유닛이 같은가:", dead == dead_units(mine, X))

# NaN: 그것을 만든 연산까지 짚는다
x = torch.zeros(1, requires_grad=True)
try:
    with warnings.catch_warnings(action="ignore"), torch.autograd.detect_anomaly():
        (torch.sqrt(x) * 0).backward()
except RuntimeError as error:
    print(str(error).split(" returned")[0])
