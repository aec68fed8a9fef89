import matplotlib.pyplot as plt
import numpy as np

from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD
from lessons.plotting import use_korean_font

X, y, _, _ = digit_rows()
shuffled = np.random.default_rng(1).permutation(y)
STAGES = {
    "셋 다 고장": (X * 16, shuffled, 3),
    "레이블을 맞추었다": (X * 16, y, 3),
    "입력도 나누었다": (X, y, 3),
    "학습률도 낮추었다": (X, y, 0.1),
}

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 2.8), layout="constrained")
for name, (rows, labels, lr) in STAGES.items():
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    losses = train(model, rows, labels, SGD(model.parameters(), lr), 200, rng=rng)
    ax.plot(np.minimum(losses, 9), label=name, lw=1.2)
ax.axhline(np.log(10), color="0.6", lw=0.8, ls=":")
ax.set(xlabel="걸음", ylabel="손실", xlim=(0, 200), ylim=(0, 6))
ax.legend()
plt.show()
