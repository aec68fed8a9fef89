import numpy as np
import torch
import torch.nn.functional as F

from lessons.dl.binary_cross_entropy import binary_cross_entropy_with_logits
from lessons.dl.cross_entropy import cross_entropy, cross_entropy_grad
from lessons.dl.entropy import kl_div
from lessons.dl.softmax import log_softmax, softmax

rng = np.random.default_rng(0)
y, w = rng.integers(0, 4, 6), np.array([1, 2, 0.5, 3])
for scale in (1, 1e4):
    z = scale * rng.normal(size=(6, 4))
    t = torch.tensor(z, requires_grad=True)
    options = {"label_smoothing": 0.1}
    theirs = F.cross_entropy(t, torch.tensor(y), torch.tensor(w), **options)
    theirs.backward()
    same = np.isclose(cross_entropy(z, y, w, **options), theirs.item(), rtol=1e-12)
    difference = abs(cross_entropy_grad(z, y, w, **options) - t.grad.numpy()).max()
    print(f"×{scale:g}: 손실이 같다 {same}, 기울기의 차이 {difference:.12f}")

z, p = rng.normal(size=(2, 6, 4))
p, log_q = softmax(p, axis=1), log_softmax(z, axis=1)
ours = kl_div(log_q, p, "batchmean")
theirs = F.kl_div(torch.tensor(log_q), torch.tensor(p), reduction="batchmean")
print(f"kl_div의 차이: {abs(ours - theirs.item()):.12f}")
ours = binary_cross_entropy_with_logits(z, p, pos_weight=w)
theirs = F.binary_cross_entropy_with_logits(
    torch.tensor(z), torch.tensor(p), pos_weight=torch.tensor(w)
)
print(f"이진 교차 엔트로피의 차이: {abs(ours - theirs.item()):.12f}")
