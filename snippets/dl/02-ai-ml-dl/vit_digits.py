import numpy as np
import torch
from torch.nn import functional as F

from lessons.datasets import load_digits
from lessons.dl.vit import vit
from lessons.dl.vit_torch import ViT

X, y = load_digits()
images, N = X.reshape(-1, 1, 8, 8) / 16, 1347
inputs, labels = torch.tensor(images[:N], dtype=torch.float32), torch.tensor(y[:N])

scores, gaps = [], []
for seed in range(3):
    torch.manual_seed(seed)
    net = ViT((1, 8, 8), patch_size=4, num_classes=10)
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
        gaps.append(abs(ours - net(torch.tensor(images[N:])).numpy()).max())
    scores.append(np.mean(ours.argmax(axis=1) == y[N:]))

print("매개변수:", sum(p.numel() for p in net.parameters()))
print("씨앗 셋의 최악도 450장에서 90%를 넘는가:", min(scores) > 0.9)
print(f"로짓의 가장 큰 차이: {max(gaps):.10f}")
