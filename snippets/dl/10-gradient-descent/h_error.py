import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font


def cube(x):
    return x * x * x


def forward(x, h):
    return (cube(x + h) - cube(x)) / h


def central(x, h):
    return (cube(x + h) - cube(x - h)) / (2 * h)


hs = 10.0 ** -np.arange(0, 17)
x = np.ones_like(hs)
errors = {
    "전진": abs(forward(x, hs) - 3),
    "중심": abs(central(x, hs) - 3),
    "중심, float32": abs(central(x.astype("f4"), hs.astype("f4")) - 3),
}

print("   h      전진      중심")
for k in (1, 3, 5, 8, 11, 13, 16):
    print(f"1e-{k:02d}  {errors['전진'][k]:.1e}   {errors['중심'][k]:.1e}")
for name, error in errors.items():
    print(f"{name}: h = {hs[error.argmin()]:.0e}에서 가장 정확하다")

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 4), layout="constrained")
for (name, error), marker in zip(errors.items(), "os^", strict=True):
    ax.loglog(hs, error, marker + "-", label=name, markersize=4)
ax.invert_xaxis()
ax.set_xlabel("h (오른쪽으로 갈수록 작다)")
ax.set_ylabel("오차")
ax.legend()
plt.show()
