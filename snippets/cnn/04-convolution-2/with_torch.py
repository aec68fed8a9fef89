import numpy as np
import torch

from lessons.cnn.conv.layers import Conv2d
from lessons.datasets import load_photo
from lessons.dl.tensor import Tensor

photo = load_photo("astronaut", 64).transpose(2, 0, 1)[None] / 255
settings = (3, 8, 5, 2, 2)
ours = Conv2d(*settings, rng=np.random.default_rng(0))
theirs = torch.nn.Conv2d(*settings, dtype=torch.float64)
print(ours)
print(theirs)

state = {name: torch.from_numpy(a) for name, a in ours.state_dict().items()}
theirs.load_state_dict(state)
x, other = Tensor(photo), torch.tensor(photo, requires_grad=True)
y, want = ours(x), theirs(other)
(y * y).sum().backward()
(want * want).sum().backward()

want = want.detach().numpy()
print("출력이 같은가:", y.shape, np.allclose(y.data, want, rtol=1e-10))
print("입력의 기울기가 같은가:", np.allclose(x.grad, other.grad, rtol=1e-10))
print("커널의 기울기가 같은가:", np.allclose(ours.weight.grad, theirs.weight.grad))
