import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.layers import Linear, ReLU, Sequential
from lessons.plotting import use_korean_font


def through(knots, heights):
    """점들을 차례로 잇는 꺾은선과 같은 은닉층 하나짜리 신경망"""
    slopes = np.diff(heights) / np.diff(knots)
    m, rng = len(slopes), np.random.default_rng(0)
    hidden, output = Linear(1, m, rng=rng), Linear(m, 1, rng=rng)
    hidden.W, hidden.b = np.ones((1, m)), -knots[:-1]
    output.W, output.b = np.diff(slopes, prepend=0)[:, None], heights[:1]
    return Sequential(hidden, ReLU(), output)


x = np.linspace(0, 2 * np.pi, 2001)[:, None]
use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
ax.plot(x, np.sin(x), color="0.6", linewidth=4, label="sin x")
for m, style in ((4, ".--"), (8, ".-"), (16, ""), (32, ""), (64, "")):
    knots = np.linspace(0, 2 * np.pi, m + 1)
    y = through(knots, np.sin(knots)).forward(x)
    limit = (2 * np.pi / m) ** 2 / 8
    print(f"유닛 {m:2}: 가장 큰 오차 {abs(y - np.sin(x)).max():.4f}, 상한 {limit:.4f}")
    if style:
        ax.plot(knots, np.sin(knots), style, label=f"유닛 {m}개")
ax.legend()
plt.show()
