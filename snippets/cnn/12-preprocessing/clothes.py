import numpy as np

from lessons.artifacts import load

kept = load("cnn/clothes_skew")
names = kept["names"].tobytes().decode().split("\n")
scores = kept["scores"].astype(float)
lost = scores[:, :1] - scores
print(f"그대로: 정확도 {scores[:, 0].mean():.3f}, 최악 {scores[:, 0].min():.3f}")
for at in np.argsort(-lost.mean(axis=0)):
    if at:
        mean, worst = lost[:, at].mean(), lost[:, at].max()
        told = f"{mean + 0:6.3f} (최악 {worst:.3f})".replace("-", "−")
        print(f"{told}  {names[at]}")
