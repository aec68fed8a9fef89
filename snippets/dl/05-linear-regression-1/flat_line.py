import torch
from torch import nn

X = torch.tensor([[1.0], [2.0], [3.0]])
y = torch.tensor([14.0, 22.0, 24.0])

for target in (y, y[:, None]):
    layer = nn.Linear(1, 1)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(1000):
        optimizer.zero_grad()
        r = layer(X) - target
        (r**2).mean().backward()
        optimizer.step()
    w, b = layer.weight.item(), layer.bias.item()
    print(f"정답 {tuple(target.shape)}: 잔차 {tuple(r.shape)}, ", end="")
    print(f"손실 {(r**2).mean().item():.2f}, {abs(w):.2f}x + {b:.2f}")
