import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

from lessons.cnn.lenet_torch import lenet5
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)
torch.manual_seed(0)
X, y = (torch.from_numpy(a) for a in load_fashion_mnist())
X = (X[:, None] - X.float().mean()) / X.float().std()
loader = DataLoader(TensorDataset(X, y), batch_size=64, shuffle=True)
model = lenet5()
optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
first = last = None
for xb, yb in loader:  # 한 에폭
    loss = F.cross_entropy(model(xb), yb)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    first, last = first or loss.item(), loss.item()
print(
    f"첫 배치의 손실 {first:.1f}, 한 에폭 뒤의 손실이 그 절반보다 작다:",
    last < first / 2,
)
