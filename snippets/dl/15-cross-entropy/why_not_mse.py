import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.activations import sigmoid
from lessons.plotting import use_korean_font

z = np.linspace(-10, 10, 401)
p = sigmoid(z)
losses = {"교차 엔트로피": np.logaddexp(0, -z), "제곱 오차": (p - 1) ** 2}
slopes = {"교차 엔트로피": p - 1, "제곱 오차": 2 * (p - 1) * p * (1 - p)}

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.2), layout="constrained")
for name, style in (("교차 엔트로피", "-"), ("제곱 오차", "--")):
    axes[0].plot(z, losses[name], style, label=name)
    axes[1].plot(z, slopes[name], style)
    print(f"{name}의 기울기: z = -10에서 {slopes[name][0]:.6f}", end=", ")
    print(f"z = 0에서 {slopes[name][200]:.2f}")
axes[0].set(title="손실", xlabel="로짓 $z$ (정답은 1)")
axes[1].set(title="기울기", xlabel="로짓 $z$ (정답은 1)")
axes[0].legend()
plt.show()
