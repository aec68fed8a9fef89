import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.filters.correlation import KERNELS, correlate
from lessons.datasets import load_photo

photo = load_photo("rocket", size=128)
W = KERNELS["소벨 가로"]
x = torch.from_numpy(photo).permute(2, 0, 1)[:, None].double()  # (3, 1, H, W)
weight = torch.from_numpy(W)[None, None]  # (1, 1, 3, 3)

for name, ours in (("replicate", "nearest"), ("reflect", "mirror")):
    y = F.conv2d(F.pad(x, (1, 1, 1, 1), mode=name), weight)[:, 0].numpy()
    expected = [correlate(photo[..., c], W, mode=ours) for c in range(3)]
    print(f"torch {name} = SciPy {ours}, 차이 {np.abs(y - expected).max():.0f}")

y = F.conv2d(x, weight, padding=1)[:, 0].numpy()
expected = [correlate(photo[..., c], W, mode="constant") for c in range(3)]
print(f"torch padding=1 = SciPy constant, 차이 {np.abs(y - expected).max():.0f}")
