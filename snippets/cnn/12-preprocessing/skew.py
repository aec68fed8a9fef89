import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.plotting import use_korean_font

use_korean_font()
kept = load("cnn/sign_skew")
names = kept["names"].tobytes().decode().split("\n")
scores = kept["scores"].astype(float)
lost = scores[:, :1] - scores  # (씨앗, 실수)
order = [at for at in np.argsort(-lost.mean(axis=0)) if at]
print(f"그대로: 정확도 {scores[:, 0].mean():.3f}, 최악 {scores[:, 0].min():.3f}")
for at in order:
    mean, worst = lost[:, at].mean(), lost[:, at].max()
    told = f"{mean + 0:6.3f} (최악 {worst:.3f})".replace("-", "−")
    print(f"{told}  {names[at]}")

fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
places = np.arange(len(order))[::-1]
ax.barh(places, lost.mean(axis=0)[order], height=0.6)
for seed in lost[:, order]:
    ax.plot(seed, places, ".", color="C1")
ax.set(xlabel="잃은 정확도", yticks=places, yticklabels=[names[at] for at in order])
ax.set_xlim(-0.03, 1)
plt.show()
