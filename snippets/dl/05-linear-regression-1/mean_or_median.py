import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

use_korean_font()
y = np.array([14.0, 22.0, 24.0])
late = np.array([14.0, 22.0, 84.0])  # 마지막 배달이 한 시간 늦었다

for name, values in [("평소", y), ("한 번 늦음", late)]:
    guesses = np.arange(10, 85)  # 한 수로 예측한다면 어느 수가 좋은가
    r = values - guesses[:, None]
    square, absolute = (r**2).sum(axis=1), abs(r).sum(axis=1)
    print(
        f"{name}: 제곱 합이 가장 작은 수 {guesses[square.argmin()]}, "
        f"절댓값 합이 가장 작은 수 {guesses[absolute.argmin()]}"
    )

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
