import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.optimizers import Adam, Parameter
from lessons.plotting import use_korean_font

beta1, beta2, g = 0.9, 0.999, 5.0
m = v = 0.0
w = Parameter(0.0, np.array(g))
optimizer = Adam([w], lr=1.0)
without, corrected = [], []
for _ in range(3000):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    without.append(m / np.sqrt(v))
    before = w.data.copy()
    optimizer.step()
    corrected.append(before - w.data)

print(f"보정 없는 첫걸음 {without[0]:.2f}배, 있는 첫걸음 {corrected[0]:.2f}배")
print(f"가장 클 때 {max(without):.2f}배 ({np.argmax(without) + 1}걸음)")
print(f"100걸음 {without[99]:.2f}배, 1000걸음 {without[999]:.2f}배")

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
ax.semilogx(range(1, 3001), without, label="보정 없음")
ax.semilogx(range(1, 3001), corrected, "--", label="보정 있음")
ax.set(xlabel="걸음", ylabel="걸음의 길이 / 학습률")
ax.legend()
plt.show()
