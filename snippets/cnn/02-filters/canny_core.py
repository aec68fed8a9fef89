import numpy as np

from lessons.cnn.filters.canny import canny
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.filters.edges import sobel
from lessons.cnn.filters.smoothing import gaussian_filter, uniform_filter
from lessons.datasets import load_photo

low, high = 40, 100
x = gaussian_filter(to_gray(load_photo("astronaut", size=128)), 1.4)  # ①
gx, gy = (sobel(x, axis, mode="nearest") for axis in (1, 0))
m = np.abs(gx) + np.abs(gy)  # ② 식 (2.9)

turn = np.rint(np.arctan2(gy, gx) / (np.pi / 4)).astype(int) % 4  # → ↘ ↓ ↙
down, right = np.array([[0, 1, 1, 1], [1, 1, 0, -1]])[:, turn]
(i, j), around = np.indices(m.shape) + 1, np.pad(m, 1)
before, after = around[i - down, j - right], around[i + down, j + right]
ridges = np.where((m > before) & (m >= after), m, 0)  # ③

strong, weak = ridges > high, ridges > low  # ④
edges, last = strong, 0
while edges.sum() > last:  # ⑤ 에지에 닿은 약한 칸을 더는 늘지 않을 때까지 더한다
    last, edges = edges.sum(), weak & (uniform_filter(edges * 1.0) > 0.01)
print(f"기울기가 {low}을 넘는 칸 {(m > low).sum():,}, 얇게 하면 {weak.sum():,}")
print(f"강한 칸 {strong.sum():,}, 이은 뒤의 에지 {edges.sum():,}")
print("canny와 다른 칸", ((canny(x, low, high) > 0) != edges).sum())
