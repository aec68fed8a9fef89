import numpy as np
import torch

from lessons.cnn.detection import yolo, yolo_torch

rng = np.random.default_rng(0)
target = np.stack([yolo.assign([[10, 20, 30, 36]], [2], 8, 64)] * 2)
out = rng.normal(size=(2, 8, 8, 8))
there = torch.tensor(out, requires_grad=True)
loss = yolo_torch.yolo_loss(there, torch.tensor(target))
loss.backward()
print("손실의 차이", abs(yolo.yolo_loss(out, target) - loss.item()) < 1e-12)
gap = np.abs(yolo.yolo_loss_grad(out, target) - there.grad.numpy()).max()
print("기울기의 차이", gap < 1e-12)
