import numpy as np
import torch

from lessons.cnn.batch_norm import BatchNorm2d
from lessons.dl.tensor import Tensor

rng = np.random.default_rng(0)
mine, theirs = BatchNorm2d(3), torch.nn.BatchNorm2d(3).double()
gap = 0.0
for step in range(50):
    x, dy = rng.normal(step, 2, (4, 3, 5, 2)), rng.normal(size=(4, 3, 5, 2))
    here, there = Tensor(x), torch.tensor(x, requires_grad=True)
    y, want = mine(here), theirs(there)
    y.backward(dy)
    want.backward(torch.tensor(dy))
    gap = max(gap, np.abs(here.grad - there.grad.numpy()).max())
print("이름이 같은가:", [*mine.state_dict()] == [*theirs.state_dict()])
gaps = [
    np.abs(a - theirs.state_dict()[k].numpy()).max()
    for k, a in mine.state_dict().items()
]
print("50걸음 뒤의 차이:", max(gaps) < 1e-10, "기울기의 차이:", gap < 1e-10)
mine.eval()
theirs.eval()
x = rng.normal(size=(1, 3, 4, 4))
same = np.allclose(mine(x).data, theirs(torch.tensor(x)).detach())
print("한 장씩 추론해도 같은가:", same)
print(mine)
