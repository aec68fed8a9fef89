import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
with torch.no_grad():
    net[0].weight.copy_(torch.tensor([[1.0, 1.0], [1.0, 1.0]]).T)
    net[0].bias.copy_(torch.tensor([0.0, -1.0]))
    net[2].weight.copy_(torch.tensor([[1.0], [-2.0]]).T)
    net[2].bias.zero_()

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
print("출력:", net(X).ravel().tolist())
print("ReLU를 빼면:", net[2](net[0](X)).ravel().tolist())
