import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import WeightedRandomSampler

from lessons.cnn.imbalance.weights import (
    compute_class_weight,
    sigmoid_focal_loss,
    sigmoid_focal_loss_grad,
)
from lessons.dl.binary_cross_entropy import binary_cross_entropy_with_logits

rng = np.random.default_rng(0)
z, y = rng.normal(size=202), np.repeat([0, 1], [200, 2])
logits = torch.tensor(z, requires_grad=True)
target = torch.tensor(y, dtype=torch.float64)

criterion = torch.nn.BCEWithLogitsLoss(pos_weight=torch.tensor(100.0))
ours = binary_cross_entropy_with_logits(z, y, pos_weight=100.0)
gap = abs(criterion(logits, target).item() - ours)
print("pos_weight의 차이가 1e-12보다 작은가:", gap < 1e-12)

ce = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
p_right = torch.exp(-ce)
loss = ((1 - p_right) ** 2 * ce).mean()
loss.backward()
gap = abs(loss.item() - sigmoid_focal_loss(z, y, alpha=-1, reduction="mean"))
slope = logits.grad.numpy() - sigmoid_focal_loss_grad(z, y, -1, 2, "mean")
print(
    "초점 손실과 기울기의 차이가 1e-12보다 작은가:", max(gap, abs(slope).max()) < 1e-12
)

weight = compute_class_weight("balanced", classes=[0, 1], y=y)[y]
sampler = WeightedRandomSampler(
    torch.tensor(weight), 10_000, generator=torch.Generator().manual_seed(0)
)
share = y[list(sampler)].mean()
print(f"WeightedRandomSampler가 뽑은 양성의 비율: {share:.2f}")
