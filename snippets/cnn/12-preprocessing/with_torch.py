import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.preprocessing.resize import resize
from lessons.datasets import load_photo

photo = load_photo("coffee")
x = torch.tensor(photo).permute(2, 0, 1)[None].double()  # (1, 3, 224, 224)


def apart(mode, antialias=False, **options):
    theirs = F.interpolate(x, (75, 50), mode=mode, antialias=antialias, **options)
    ours = resize(photo, (75, 50), mode, antialias=antialias, **options)
    return np.abs(theirs[0].permute(1, 2, 0).numpy() - ours).max()


for mode in ("nearest", "nearest-exact", "area"):
    print(f"{mode}: 가장 큰 차이 {apart(mode):.0f}")
for mode in ("bilinear", "bicubic"):
    print(f"{mode}: 가장 큰 차이 {apart(mode):.0f}")
    print(f"{mode}, 끝을 맞춤: {apart(mode, align_corners=True):.0f}")
    print(f"{mode}, antialias: {apart(mode, antialias=True):.0f}")
