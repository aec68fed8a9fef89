import torch

from lessons.cnn.segmentation.unet_torch import UNet

UNet(num_classes=4)(torch.zeros(1, 3, 50, 50))
