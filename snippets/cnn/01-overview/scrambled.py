import numpy as np

from lessons.cnn.locality import neighbor_correlation
from lessons.datasets import load_photo

cat = load_photo("cat", 64) / 255  # (H, W, 3)
wrong = cat.reshape(3, 64, 64)
right = cat.transpose(2, 0, 1)
for name, channels in (("reshape", wrong), ("transpose", right)):
    print(f"{name}: {channels.shape}, 이웃과의 상관", end=" ")
    print(f"{neighbor_correlation(channels[0]):.2f}")
print("담긴 수는 같다:", np.array_equal(np.sort(wrong, None), np.sort(right, None)))
