import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.convolution import true_convolve2d

rng = np.random.default_rng(0)
picture = rng.normal(size=(12, 12))
teacher = np.array([[1.0, 2], [3, 4]])
target = torch.from_numpy(true_convolve2d(picture, teacher))

x = torch.from_numpy(picture)[None, None]
W = torch.zeros(1, 1, 2, 2, dtype=torch.float64, requires_grad=True)
for _ in range(300):
    loss = ((F.conv2d(x, W)[0, 0] - target) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= 0.2 * W.grad
        W.grad.zero_()

print("배운 커널")
print(W.detach()[0, 0].numpy().round(4))
print("손실이 1e-12보다 작다:", loss.item() < 1e-12)
