import torch
from torch.nn.functional import binary_cross_entropy_with_logits as loss

from lessons.cnn.augmentation.gan_torch import Discriminator, Generator
from lessons.datasets import load_digits

X, y = load_digits()
x = torch.tensor(X[:64] / 16).float().reshape(64, 1, 8, 8)
y = torch.tensor(y[:64])
torch.manual_seed(0)
G, D = Generator(), Discriminator()
one, zero = torch.ones(64, 1), torch.zeros(64, 1)
fake = G(torch.randn(64, G.z), y)
L_D = loss(D(x, y), 0.9 * one) + loss(D(fake.detach(), y), zero)  # G는 두고
L_G = loss(D(fake, y), one)  # 진짜라고 믿게 하는 쪽으로
print(f"배우기 전: L_D = {L_D:.1f}, L_G = {L_G:.1f}")
L_D.backward()
print("L_D가 G에 닿는가:", any(w.grad is not None for w in G.parameters()))
L_G.backward()
print("L_G가 G에 닿는가:", all(w.grad is not None for w in G.parameters()))
