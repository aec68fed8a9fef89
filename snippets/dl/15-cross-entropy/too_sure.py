import numpy as np

from lessons.dl.cross_entropy import cross_entropy
from lessons.dl.softmax import softmax

for gap in (10, 100, 1000, 10_000):
    z = np.array([[gap, 0.0]])
    with np.errstate(divide="ignore"):
        apart = -np.log(softmax(z, axis=1)[0, 1])
    print(f"로짓의 차 {gap}: 따로 {apart:.1f}, 한 번에 {cross_entropy(z, [1]):.1f}")
