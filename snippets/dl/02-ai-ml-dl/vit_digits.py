import numpy as np
import torch
from torch.nn import functional as F

from lessons.datasets import load_digits
from lessons.dl.vit import vit
from lessons.dl.vit_torch import ViT

X, y = load_digits()
images, N = X.reshape(-1, 1, 8, 8) / 16, 1347
inputs, labels = torch.tensor(images[:N], dtype=torch.float32), torch.tensor(y[:N])

torch.manual_seed(0)
net = ViT((1, 8, 8), patch_size=4, num_classes=10)
print("학습하는 수:", sum(p.numel() for p in net.parameters()))
optimizer = torch.optim.Adam(net.parameters(), lr=0.005)
for _ in range(15):
    for rows in torch.randperm(N).split(64):
        optimizer.zero_grad()
        F.cross_entropy(net(inputs[rows]), labels[rows]).backward()
        optimizer.step()

net = net.double().eval()
weights = {name: w.numpy() for name, w in net.state_dict().items()}
ours = vit(images[N:], weights, patch_size=4, num_heads=4)
with torch.no_grad():
    theirs = net(torch.tensor(images[N:])).numpy()
print(
    "배운 적 없는 450장에서 90 % 넘게 맞혔는가:", np.mean(ours.argmax(1) == y[N:]) > 0.9
)
print(f"로짓의 가장 큰 차이: {abs(ours - theirs).max():.10f}")
