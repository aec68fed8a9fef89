import numpy as np

from lessons.dl.softmax import softmax

W = np.array([[2.0, 0.0, -2.0], [0.0, 1.0, -1.0]])
x = np.array([1.0, -1.0])
for far in (1, 10, 100):
    print(f"{far:3}배 먼 곳: {softmax(far * x @ W).round(4)}")
