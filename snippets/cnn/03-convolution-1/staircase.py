import matplotlib.pyplot as plt

from lessons.cnn.convolution import output_size
from lessons.plotting import use_korean_font

use_korean_font()
lengths = range(3, 17)
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
for stride in (1, 2, 3):
    sizes = [output_size(n, 3, stride) for n in lengths]
    ax.plot(lengths, sizes, "o-", drawstyle="steps-post", label=f"스트라이드 {stride}")
ax.set(xlabel="입력 길이 n", ylabel="출력 길이", xticks=lengths[::2])
ax.legend()
plt.show()
