import numpy as np

from lessons.cnn.locality import shift, shuffle_pixels

w = np.array([-1.0, 1.0])  # 왼쪽이 어둡고 오른쪽이 밝으면 1
bar = np.array([[0.0, 0, 1, 1, 0, 0]])
order = np.array([4, 2, 0, 5, 1, 3])


def find(strip):
    return np.array([w @ strip[0, j : j + 2] for j in range(5)])


for name, strip in [
    ("그대로", bar),
    ("한 칸 옮김", shift(bar, 0, 1)),
    ("섞음", shuffle_pixels(bar, order)),
]:
    found = find(strip)
    print(f"{name}: {strip[0].astype(int)} → {found.astype(int)}", end=", ")
    print(f"가장 큰 값 {found.max():.0f}")

template = bar[0]  # 자리마다 다른 가중치
moved = shift(bar, 0, 1)[0]
print(f"자리마다 다른 가중치: {template @ bar[0]:.0f} → {template @ moved:.0f}")
