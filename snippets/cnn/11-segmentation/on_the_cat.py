import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.colors import ListedColormap

from lessons.artifacts import load
from lessons.cnn.segmentation.cat_outlines import LEFT_EYE, RIGHT_EYE
from lessons.cnn.segmentation.metrics import jaccard
from lessons.cnn.segmentation.polygon import polygon_to_mask
from lessons.cnn.segmentation.training_torch import predict
from lessons.cnn.segmentation.unet_torch import UNet
from lessons.datasets import load_photo
from lessons.plotting import use_korean_font
from lessons.scenes import to_input

use_korean_font()
model = UNet(num_classes=4)
model.load_state_dict({k: torch.from_numpy(v) for k, v in load("cnn/unet").items()})
photo = load_photo("cat", 48)
answer = predict(model, torch.from_numpy(to_input(photo).astype(np.float32)))[0]
eyes = np.any(
    [
        polygon_to_mask(np.array(eye) * 48 / 224, 48, 48)
        for eye in (LEFT_EYE, RIGHT_EYE)
    ],
    axis=0,
)
for k, name in enumerate(("배경", "원", "네모", "세모")):
    print(f"{name}: {(answer == k).mean():.0%}")
print(f"눈을 원으로 보았는가: IoU {jaccard(eyes, answer == 1):.2f}")

kinds = ListedColormap(["#d9d9d9", "#4c78a8", "#f58518", "#54a24b"])
fig, axes = plt.subplots(1, 3, figsize=(6, 2.3))
axes[0].imshow(photo)
axes[1].imshow(eyes, cmap=kinds, vmin=0, vmax=3)
axes[2].imshow(answer, cmap=kinds, vmin=0, vmax=3)
for ax, title in zip(axes, ("48×48 사진", "두 눈의 마스크", "U-Net의 답"), strict=True):
    ax.set_title(title, fontsize="small")
    ax.axis("off")
plt.show()
