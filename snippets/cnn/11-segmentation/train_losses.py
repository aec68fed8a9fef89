# 허용 오차: 0.1
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.segmentation.metrics import jaccard
from lessons.cnn.segmentation.tiny_torch import LOSSES, tiny
from lessons.cnn.segmentation.training_torch import fit, predict
from lessons.cnn.segmentation.unet_torch import UNet

torch.set_num_threads(1)
RATES = {  # choose_loss_rates.py가 고른 학습률
    "교차 엔트로피": 6e-3,
    "무게 1:50": 2e-2,
    "초점": 6e-3,
    "Dice": 2e-2,
    "둘의 합": 2e-2,
}
X_test, y_test = tiny(200, rng=np.random.default_rng(2000))
truth, kept = y_test.numpy() == 1, {}
print(f"도형인 픽셀 {truth.mean():.1%}")
for name, loss in LOSSES.items():
    rows = []
    for seed in range(3):
        X, y = tiny(200, rng=np.random.default_rng(seed))
        torch.manual_seed(seed)
        model, g = UNet(num_classes=2, width=8), torch.Generator().manual_seed(seed)
        fit(model, X, y, steps=100, lr=RATES[name], loss=loss, generator=g)
        found = predict(model, X_test) == 1
        right = (found & truth).sum()
        rows.append(
            [
                *((found == truth).mean(), jaccard(truth, found)),
                *(right / max(found.sum(), 1), right / truth.sum()),
            ]
        )
    kept[f"run{len(kept)}"] = np.array(rows)
    (accuracy, iou, precision, recall), worst = (
        np.mean(rows, axis=0),
        np.min(rows, axis=0),
    )
    print(
        f"{name}: 정확도 {accuracy:.3f}, IoU {iou:.2f} (최악 {worst[1]:.2f}), "
        f"정밀도 {precision:.2f}, 재현율 {recall:.2f}"
    )
save("cnn/unet_losses", **kept)
