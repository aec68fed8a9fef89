import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.affine import count_parameters
from lessons.plotting import use_korean_font

widths = np.array([64, 128, 256, 512, 1024])
one = [count_parameters([784, h, 10]) for h in widths]
two = [count_parameters([784, h, h, 10]) for h in widths]
for h, a, b in zip(widths, one, two, strict=True):
    print(f"폭 {h}: 은닉층 하나 {a:,}, 둘 {b:,}")

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
h = np.arange(1, 1025)
ax.plot(h, 795 * h + 10, label="은닉층 하나")
ax.plot(h, h**2 + 796 * h + 10, "--", label="은닉층 둘")
ax.plot(widths, one, "o", color="C0")
ax.plot(widths, two, "s", color="C1")
ax.set(xlabel="은닉층의 폭", ylabel="매개변수 (백만 개)")
ax.set_yticks([0, 5e5, 1e6, 1.5e6], ["0", "0.5", "1", "1.5"])
ax.legend()
plt.show()
