import matplotlib.pyplot as plt

from lessons.artifacts import load
from lessons.plotting import use_korean_font

use_korean_font()
runs = load("cnn/overfit_double_descent")
figure, ax = plt.subplots(figsize=(7, 3.2), layout="constrained")
for key, name, style in (
    ("train", "훈련", "-"),
    ("wrong", "테스트", "--"),
    ("penalized", "테스트, 벌을 줌", ":"),
):
    values = runs[key].mean(axis=1)
    ax.plot(runs["features"], values, style, marker="o", ms=4, label=name)
ax.axvline(300, color="0.6", lw=1)
ax.annotate(
    "샘플의 수 300", (300, 0.9), (8, 0), textcoords="offset points", va="center"
)
ax.set(xscale="log", xlabel="특성의 수", ylabel="틀린 비율", ylim=(-0.03, 0.97))
ax.set_xticks([20, 100, 300, 1000, 4000], ["20", "100", "300", "1,000", "4,000"])
ax.minorticks_off()
ax.legend()
plt.show()
