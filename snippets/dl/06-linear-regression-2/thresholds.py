import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.ridge import soft_threshold
from lessons.plotting import use_korean_font

c = np.linspace(-3, 3, 121)
use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3), layout="constrained")
ax.plot(c, c, ":", color="C5", label="벌이 없을 때")
ax.plot(c, c / 2, "--", color="C0", label="릿지: 반으로 줄인다")
ax.plot(c, soft_threshold(c, 1), color="C3", label="라쏘: 1만큼 당긴다")
ax.set(xlabel="벌이 없을 때의 가중치", ylabel="벌을 받은 가중치")
ax.legend()
plt.show()
