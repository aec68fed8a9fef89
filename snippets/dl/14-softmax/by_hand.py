import numpy as np

from lessons import Array


def softmax(z: Array) -> Array:
    votes = np.exp(z)
    return votes / votes.sum()


z = np.log([6, 3, 1])
print("로짓:", z.round(3))
print("확률:", softmax(z).round(6))
print("모두 +100:", softmax(z + 100).round(6))
print("모두 ×2:", softmax(2 * z).round(6))
