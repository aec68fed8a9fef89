import numpy as np
import torch

x = np.array([1.0, 2.0, 3.0])
y = np.array([2.0, 3.0, 5.0])
w = 0.5

# 손으로 구한 도함수
by_hand = np.mean(2 * (w * x - y) * x)

# 같은 손실을 PyTorch가 미분한다
v = torch.tensor(w, requires_grad=True)
X, Y = torch.tensor(x), torch.tensor(y)
torch.mean((v * X - Y) ** 2).backward()

print(f"손으로    {by_hand:.6f}")
print(f"PyTorch로 {v.grad:.6f}")
