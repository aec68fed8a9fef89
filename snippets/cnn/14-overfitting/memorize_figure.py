import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.plotting import use_korean_font

use_korean_font()
runs = load("cnn/overfit_memorize")
figure, ax = plt.subplots(figsize=(6.4, 2.8), layout="constrained")
for key, name, style in (
    ("true_path", "참 정답", "-"),
    ("random_path", "무작위 정답", "--"),
):
    path = runs[key]
    ax.plot(np.arange(1, len(path) + 1), path, style, label=name)
ax.set(xlabel="에폭", ylabel="훈련 정확도", ylim=(0, 1.03))
ax.legend(loc="lower right")
plt.show()
