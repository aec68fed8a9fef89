import numpy as np

from lessons.dl.cross_entropy import cross_entropy

z = np.array([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0]])
y = np.eye(3)[[0, 1]]
print("로짓, 정답:", cross_entropy(z, y).round(4))
print("정답, 로짓:", cross_entropy(y, z))
