# 허용 오차: 0.05
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.segmentation.metrics import mean_iou
from lessons.cnn.segmentation.training_torch import fit, predict, scenes, to_tensors
from lessons.cnn.segmentation.unet_torch import UNet

torch.set_num_threads(1)
RATES = (2e-4, 1e-3, 6e-3, 3e-2, 2e-1)
X, y = to_tensors(scenes(600, rng=np.random.default_rng(7)))
X_valid, y_valid = to_tensors(scenes(100, rng=np.random.default_rng(1007)))
found = []
for lr in RATES:
    torch.manual_seed(7)
    model = UNet(num_classes=4)
    fit(model, X, y, steps=200, lr=lr, generator=torch.Generator().manual_seed(7))
    found.append(mean_iou(y_valid, predict(model, X_valid), 4))
    print(f"학습률 {lr:<6g} 검증 mIoU {found[-1]:.2f}")
save("cnn/unet_rates", rates=np.array(RATES), miou=np.array(found))
