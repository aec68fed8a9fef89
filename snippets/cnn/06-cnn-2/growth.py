import matplotlib.pyplot as plt

from lessons.cnn.receptive_field import receptive_field
from lessons.cnn.vgg import BLOCKS
from lessons.plotting import use_korean_font

use_korean_font()
conv, pool = (3, 1, 1, 1), (2, 2, 0, 1)
vgg, marks = [], []
for block in BLOCKS:
    vgg += [conv] * len(block) + [pool]
    marks.append(len(vgg))
plain = [conv] * len(vgg)

fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
for layers, label in ((vgg, "VGG16"), (plain, "풀링 대신 3×3")):
    sizes = [receptive_field(layers[:n])[0] for n in range(len(layers) + 1)]
    ax.plot(sizes, marker="o", markersize=4, label=label)
ax.axhline(224, color="0.6", linestyle="--", label="입력의 한 변 224")
for mark in marks:
    ax.axvline(mark, color="0.6", alpha=0.25)
ax.set_xticks(range(0, 19, 3))
ax.set(xlabel="지난 층의 수", ylabel="수용 영역의 한 변(칸)")
ax.legend()
plt.show()
