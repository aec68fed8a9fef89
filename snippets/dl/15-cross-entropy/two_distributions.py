import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.entropy import entropy
from lessons.plotting import use_korean_font

y = np.array([1 / 2, 1 / 4, 1 / 8, 1 / 8])
p = np.array([1 / 4, 1 / 8, 1 / 8, 1 / 2])
x = np.arange(4)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3), layout="constrained")
axes[0].bar(x - 0.2, y, 0.4, label="$y$")
axes[0].bar(x + 0.2, p, 0.4, label="$p$", hatch="//", alpha=0.7)
axes[0].set(title="확률", xticks=x, xticklabels=["가", "나", "다", "라"])
axes[0].legend()
for row, (a, b) in enumerate(((y, p), (p, y))):
    H, D = entropy(a, base=2), entropy(a, b, base=2)
    axes[1].barh(row, H, color=f"C{row}")
    axes[1].barh(row, D, left=H, color="C3", hatch="//")
    axes[1].text(H + D, row, f" {H + D:.3f}", va="center")
axes[1].set(title="엔트로피 + KL = 교차 엔트로피", xlabel="비트", xlim=(0, 3))
axes[1].set(yticks=[0, 1], yticklabels=["$H(y, p)$", "$H(p, y)$"])
plt.show()
