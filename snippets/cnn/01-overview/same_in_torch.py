import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.locality import WindowNet

rng = np.random.default_rng(0)
model = WindowNet(5, 32, 10, rng=rng)
x = rng.normal(size=(7, 12, 13))

state = {name: torch.tensor(a) for name, a in model.state_dict().items()}
kernel = state["look.weight"].reshape(32, 1, 5, 5)
found = F.conv2d(torch.tensor(x)[:, None], kernel, state["look.bias"]).relu()
z = F.linear(found.amax(dim=(2, 3)), state["decide.weight"], state["decide.bias"])
print("특징의 지도:", tuple(found.shape))
print("로짓이 같은가:", np.allclose(z.numpy(), model(x).data, rtol=0, atol=1e-12))
