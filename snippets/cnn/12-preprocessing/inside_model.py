import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from lessons.artifacts import load
from lessons.cnn.preprocessing.compose import Compose, Normalize
from lessons.cnn.preprocessing.signs import make_signs
from lessons.cnn.preprocessing.signs_torch import sign_net


class Preprocess(nn.Module):
    """(N, H, W, 3) uint8을 받는다. 두 수는 버퍼라 상태 사전에 담긴다."""

    def __init__(self, mean, std, size=32):
        super().__init__()
        self.size = size
        self.register_buffer("mean", torch.tensor(mean)[:, None, None])
        self.register_buffer("std", torch.tensor(std)[:, None, None])

    def forward(self, images):
        x = images.permute(0, 3, 1, 2).float()
        x = F.interpolate(x, (self.size,) * 2, mode="bilinear", antialias=True)
        return (x / 255 - self.mean) / self.std


compose = Compose.from_json(load("cnn/sign_skew")["pipeline"].tobytes().decode())
*_, norm = compose.transforms
assert isinstance(norm, Normalize)
net = sign_net()
net.load_state_dict({k: torch.tensor(v) for k, v in load("cnn/sign_net").items()})
whole = nn.Sequential(Preprocess(norm.mean, norm.std), net)

images, labels = make_signs(200, rng=np.random.default_rng(2))
ours = torch.tensor(np.stack([compose(image) for image in images])).float()
with torch.no_grad():
    inside, outside = whole(torch.tensor(images)), net(ours)
print("두 길의 로짓이 같은가:", torch.allclose(inside, outside, atol=1e-3))
print("함께 담긴 것:", [key for key in whole.state_dict() if key.startswith("0.")])
