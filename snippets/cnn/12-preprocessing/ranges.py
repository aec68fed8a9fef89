import numpy as np

from lessons.cnn.preprocessing.signs import make_signs
from lessons.scenes import to_input

x = np.array([50, 60, 90])
print("최소-최대:", (x - x.min()) / np.ptp(x))  # 식 (12.8)
images, _ = make_signs(300, rng=np.random.default_rng(0))
X = to_input(images)  # (N, C, H, W)
mean, std = X.mean(axis=(0, 2, 3)), X.std(axis=(0, 2, 3))
print("채널의 평균:", mean.round(2), "표준편차:", std.round(2))
Z = (X - mean[:, None, None]) / std[:, None, None]  # 식 (12.9)
print(
    "표준화한 뒤:", Z.mean(axis=(0, 2, 3)).round(2) + 0, Z.std(axis=(0, 2, 3)).round(2)
)
print("범위는 0과 1이 아니다:", Z.min().round(1), "부터", Z.max().round(1), "까지")
