import numpy as np

from lessons.dl.entropy import entropy

y = np.array([1 / 2, 1 / 4, 1 / 8, 1 / 8])
p = np.array([1 / 4, 1 / 8, 1 / 8, 1 / 2])
print("정보량(비트):", -np.log2(y))
print(f"H(y) = {entropy(y, base=2):.3f}")
print(f"H(y, p) = {y @ -np.log2(p):.3f}, D(y‖p) = {entropy(y, p, base=2):.3f}")
print(f"H(p, y) = {p @ -np.log2(y):.3f}, D(p‖y) = {entropy(p, y, base=2):.3f}")
