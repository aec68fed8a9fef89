import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.activations import relu
from lessons.plotting import use_korean_font


def hat(x):
    return relu(x) - 2 * relu(x - 1) + relu(x - 2)


x = np.linspace(-1, 5, 301)
print("모자:", hat(np.array([-1.0, 0, 0.5, 1, 1.5, 2, 3])))

heights = {0: 1.0, 1: 2.5, 2: 1.5}
curve = sum(height * hat(x - start) for start, height in heights.items())

use_korean_font()
fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3), layout="constrained")
left.plot(x, relu(x), "--", label="ReLU(x)")
left.plot(x, -2 * relu(x - 1), ":", label="−2 ReLU(x − 1)")
left.plot(x, relu(x - 2), "-.", label="ReLU(x − 2)")
left.plot(x, hat(x), color="C3", linewidth=2.5, label="셋의 합")
left.set(title="모자 하나", xlim=(-1, 3.5), ylim=(-3, 3))
left.legend(fontsize=8, loc="lower left")
for start, height in heights.items():
    right.plot(x, height * hat(x - start), "--", color="0.6")
right.plot(x, curve, color="C3", linewidth=2.5)
right.plot([1, 2, 3], [1.0, 2.5, 1.5], "o", color="C0")
right.set(title="모자 셋의 합")
plt.show()
