import torch
from torch.nn.functional import max_pool2d

from lessons.cnn.segmentation.unet_torch import UNet

net = UNet(num_classes=4)
kept = [net.first(torch.zeros(1, 3, 48, 48))]
for down in net.down:
    kept.append(down(max_pool2d(kept[-1], 2)))
x = kept.pop()
print("바닥:", *x.shape)
for up, merge in zip(net.up, net.merge, strict=True):
    large, same_size = up(x), kept.pop()
    both = torch.cat([same_size, large], dim=1)
    x = merge(both)
    print("키운 것:", *large.shape, "| 이은 것:", *both.shape, "→", *x.shape)
print("픽셀마다 로짓:", *net.head(x).shape)
