import numpy as np
import torch
from torch.nn.functional import cross_entropy, one_hot

from lessons.cnn.segmentation.losses import dice_loss, focal_loss, pixel_cross_entropy

rng = np.random.default_rng(0)
z, y = rng.normal(size=(2, 4, 9, 7)), rng.integers(0, 4, (2, 9, 7))
t, target = torch.tensor(z, requires_grad=True), torch.tensor(y)
P, Y = t.softmax(dim=1), one_hot(target, 4).movedim(-1, 1)
both, total = (P * Y).sum(dim=(0, 2, 3)), (P + Y).sum(dim=(0, 2, 3))
each = cross_entropy(t, target, reduction="none")
pairs = {
    "교차 엔트로피": (pixel_cross_entropy(z, y), each.mean()),
    "Dice": (dice_loss(z, y), 1 - ((2 * both + 1) / (total + 1)).mean()),
    "초점": (focal_loss(z, y), ((1 - torch.exp(-each)) ** 2 * each).mean()),
}
for name, ((value, dz), theirs) in pairs.items():
    (gradient,) = torch.autograd.grad(theirs, t, retain_graph=True)
    gap = max(abs(value - theirs.item()), np.abs(dz - gradient.numpy()).max())
    print(f"{name}: 손실과 기울기의 차이가 1e-12 안인가", gap < 1e-12)
