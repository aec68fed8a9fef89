import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.augmentation.geometric import affine_matrix, flip_matrix, warp
from lessons.datasets import load_photo

image = load_photo("cat") / 255
H, W = image.shape[:2]
M = affine_matrix((H, W), angle=20, translate=(9, -4), scale=1.2, shear=(5, 0))
# torch의 자리는 -1부터 1까지이고, 새 칸에서 원본으로 가는 행렬을 받는다
half = np.array([[W / 2, 0, W / 2], [0, H / 2, H / 2], [0, 0, 1]])
theta = np.linalg.inv(half) @ np.linalg.inv(M) @ half
x = torch.from_numpy(image.transpose(2, 0, 1)[None])
grid = F.affine_grid(torch.from_numpy(theta[None, :2]), x.shape, align_corners=False)
theirs = F.grid_sample(x, grid, align_corners=False)[0].permute(1, 2, 0).numpy()
print("차이가 1e-9보다 작은가:", abs(warp(image, M) - theirs).max() < 1e-9)
flipped = torch.flip(x, dims=[3])[0].permute(1, 2, 0).numpy()
M = flip_matrix((H, W), "horizontal")
print("뒤집기의 차이:", abs(warp(image, M) - flipped).max())
