import numpy as np

from lessons.cnn.preprocessing.normalize import channel_statistics, min_max, normalize
from lessons.cnn.preprocessing.signs import make_signs
from lessons.scenes import to_input

print("최소-최대:", min_max([50, 60, 90]))
images, _ = make_signs(300, rng=np.random.default_rng(0))
X = to_input(images)
mean, std = channel_statistics(X)
print("채널의 평균:", mean.round(2), "표준편차:", std.round(2))
Z = normalize(X, mean, std)
print(
    "표준화한 뒤:", Z.mean(axis=(0, 2, 3)).round(2) + 0, Z.std(axis=(0, 2, 3)).round(2)
)
print("범위는 0과 1이 아니다:", Z.min().round(1), "부터", Z.max().round(1), "까지")
