import numpy as np

from lessons.cnn.conv.fast import conv2d
from lessons.cnn.conv.transpose import conv_transpose2d

flat = np.ones((1, 1, 6, 6))
for kernel, padding in ((2, 0), (3, 1), (4, 1)):
    ones = np.ones((1, 1, kernel, kernel))
    y = conv_transpose2d(flat, ones, stride=2, padding=padding)[0, 0]
    print(f"전치 {kernel}×{kernel}, 스트라이드 2의 가운데\n{y[4:8, 4:8].astype(int)}")
larger = flat.repeat(2, axis=2).repeat(2, axis=3)
y = conv2d(larger, np.ones((1, 1, 3, 3)), padding=1)[0, 0]
print(f"되풀이하고 3×3 합성곱\n{y[4:8, 4:8].astype(int)}")
