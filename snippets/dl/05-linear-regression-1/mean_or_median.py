import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

use_korean_font()
y = np.array([14.0, 22.0, 24.0])
c = np.linspace(11, 27, 161)
r = y - c[:, None]
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.2), layout="constrained")
axes[0].plot(c, (r**2).sum(axis=1), color="C0")
axes[0].plot(20, 56, "o", color="C1")
axes[0].set(title="제곱의 합: 매끈하다", xlabel="예측 c (분)")
axes[1].plot(c, abs(r).sum(axis=1), color="C0")
axes[1].plot(22, 10, "o", color="C1")
axes[1].set(title="절댓값의 합: 꺾인다", xlabel="예측 c (분)")
plt.show()
