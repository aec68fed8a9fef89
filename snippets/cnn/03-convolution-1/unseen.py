import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.convolution import conv2d
from lessons.datasets import load_digits
from lessons.plotting import use_korean_font

digit = load_digits()[0][0].reshape(8, 8)
ones = np.ones((1, 1, 3, 3))


def unseen(padding):
    """아무 창도 보지 않는 칸. 그 칸의 값을 키워도 출력이 그대로다."""
    before = conv2d(digit[None, None], ones, stride=2, padding=padding)
    cells = []
    for i, j in np.ndindex(digit.shape):
        changed = digit.copy()
        changed[i, j] += 1
        after = conv2d(changed[None, None], ones, stride=2, padding=padding)
        if np.array_equal(before, after):
            cells.append((i, j))
    return before[0, 0], cells


use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.4), layout="constrained")
for ax, padding in zip(axes, (0, 1), strict=True):
    y, cells = unseen(padding)
    print(f"패딩 {padding}: 출력 {y.shape}, 아무 창도 보지 않는 칸 {len(cells)}개")
    print(y.astype(int))
    ax.imshow(-digit, cmap="gray", vmin=-32, vmax=0)
    for i, j in cells:
        ax.plot([j - 0.5, j + 0.5], [i + 0.5, i - 0.5], color="C1")
    corner = (-padding - 0.5, -padding - 0.5)
    ax.add_patch(plt.Rectangle(corner, 3, 3, fill=False, edgecolor="C0", linewidth=3))
    ax.set(title=f"패딩 {padding}", xlim=(-1.7, 7.7), ylim=(7.7, -1.7))
    ax.set(xticks=range(8), yticks=range(8))

W = np.array([[[[1.0, 2.0], [3.0, 4.0]]]])
x = np.array([[1.0, 2, 0, 1], [0, 1, 3, 2], [2, 1, 1, 0], [1, 0, 2, 4]])[None, None]
for stride in (1, 2, 3):
    y = conv2d(x, W, stride=stride)[0, 0].astype(int)
    print(f"스트라이드 {stride}:", y.tolist())
plt.show()
