# 허용 오차: 0.1
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.segmentation.metrics import jaccard
from lessons.cnn.segmentation.tiny_torch import LOSSES, tiny
from lessons.cnn.segmentation.training_torch import fit, predict
from lessons.cnn.segmentation.unet_torch import UNet

torch.set_num_threads(1)
RATES = (2e-3, 6e-3, 2e-2, 6e-2)
X, y = tiny(200, rng=np.random.default_rng(7))
X_valid, y_valid = tiny(100, rng=np.random.default_rng(1007))
table = []
print("검증 IoU, 학습률 =", *RATES)
for name, loss in LOSSES.items():
    row = []
    for lr in RATES:
        torch.manual_seed(7)
        model, g = UNet(num_classes=2, width=8), torch.Generator().manual_seed(7)
        fit(model, X, y, steps=100, lr=lr, loss=loss, generator=g)
        row.append(jaccard(y_valid.numpy() == 1, predict(model, X_valid) == 1))
    table.append(row)
    cells = " ".join(f"{iou:.2f}" for iou in row)
    best = RATES[int(np.argmax(row))] if max(row) > 0.1 else "모두 찾지 못함"
    print(f"{name}: {cells} → {best}")
save("cnn/unet_loss_rates", rates=np.array(RATES), iou=np.array(table))
