import matplotlib.pyplot as plt

from lessons.artifacts import load
from lessons.plotting import use_korean_font

scores = load("cnn/overview_digits")["scores"]

use_korean_font()
fig, axis = plt.subplots(figsize=(6, 3), layout="constrained")
for k, (name, marker) in enumerate([("MLP", "o"), ("창 신경망", "s")]):
    axis.plot([0, 1], scores[:, k].mean(axis=0), color=f"C{k}", label=name)
    for run in scores[:, k]:
        axis.plot([0, 1], run, marker, color=f"C{k}", markersize=5, alpha=0.6)
axis.axhline(0.1, color="0.6", linestyle=":")
axis.text(0.5, 0.12, "찍을 때", ha="center")
axis.set(xticks=[0, 1], xticklabels=["그대로", "섞음"], ylim=(0, 1))
axis.set(xlim=(-0.3, 1.3), ylabel="테스트 정확도")
axis.legend()
plt.show()
