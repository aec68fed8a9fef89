# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import load
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.cnn.receptive_field import influence, receptive_field, spread
from lessons.datasets import load_fashion_mnist

layers = [(5, 1, 2, 1), (2, 2, 0, 1), (5, 1, 0, 1), (2, 2, 0, 1)]
size, jump, start = receptive_field(layers)
print(f"출력의 2번 칸은 {start + 2 * jump}번부터 {size}칸을 본다")
X, _ = load_fashion_mnist(train=False)
x = (X[:50, None] / 255 - FASHION_MEAN) / FASHION_STD
model = lenet5(rng=np.random.default_rng(0))
for name in ("배우기 전", "배운 뒤"):
    if name == "배운 뒤":
        model.load_state_dict(load("cnn/lenet_fashion"))
    a = influence(model[:6], x, 2, 2)
    rows = np.flatnonzero(a.sum(axis=1))
    middle = a[10:18, 10:18].sum() / a.sum()
    print(
        f"{name}: 닿은 줄 {rows[0]}–{rows[-1]}, σ {spread(a):.2f}, "
        f"가운데 8×8칸의 몫 {middle:.2f}"
    )
