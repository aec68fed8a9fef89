import torch
from torch.nn.functional import pad

from lessons.cnn.segmentation.unet_torch import UNet

x = torch.zeros(1, 3, 50, 50)
more = -x.shape[-1] % 4  # 깊이가 2면 4의 배수
z = UNet(num_classes=4)(pad(x, (0, more, 0, more), mode="replicate"))
print(tuple(z.shape), "→", tuple(z[..., :50, :50].shape))
