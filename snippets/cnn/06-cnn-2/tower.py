import matplotlib.pyplot as plt
import numpy as np

from lessons.cnn.receptive_field import receptive_field
from lessons.plotting import use_korean_font

use_korean_font()
layers = [(5, 1, 2, 1), (2, 2, 0, 1), (5, 1, 0, 1), (2, 2, 0, 1)]
lengths, cell = [28, 28, 14, 10, 5], 2
fig, ax = plt.subplots(figsize=(6.4, 3.0), layout="constrained")
seen = {cell}
for at in range(len(layers), -1, -1):
    _, jump, start = receptive_field(layers[:at])
    width = receptive_field(layers[:at])[0]
    left = start + np.arange(lengths[at]) * jump + (width - jump) / 2
    shade = [1.0 if i in seen else 0.15 for i in range(lengths[at])]
    for x, alpha in zip(left, shade, strict=True):
        ax.barh(at, jump * 0.88, left=x, height=0.6, color="C0", alpha=alpha)
    if at:
        kernel, stride, padding, dilation = layers[at - 1]
        seen = {
            i * stride + u * dilation - padding for i in seen for u in range(kernel)
        }
ax.set_yticks(range(5), ["입력", "1층", "2층", "3층", "4층"])
ax.set_xlabel("입력에서의 자리(칸)")
plt.show()
