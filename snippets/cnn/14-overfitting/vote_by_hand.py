import numpy as np

from lessons.cnn.overfitting.bias_variance import bias_variance
from lessons.cnn.overfitting.ensemble import hard_vote, soft_vote

P = [[[0.9, 0.1]], [[0.4, 0.6]], [[0.45, 0.55]]]
print("확률의 평균:", soft_vote(P).round(3), "→", soft_vote(P).argmax(axis=1))
print("다수결:", hard_vote(np.argmax(P, axis=2)))

guesses, y = [[1.0], [4.0], [4.0]], [2.0]
one = np.mean((np.array(guesses) - y) ** 2)
together, spread = bias_variance(guesses, y)
print(f"하나씩 {one:.0f} = 모은 것 {together:.0f} + 흩어짐 {spread:.0f}")
