import numpy as np

from lessons.dl.entropy import entropy

p = np.array([1 / 2, 1 / 4, 1 / 8, 1 / 8])
q = np.array([1 / 4, 1 / 8, 1 / 8, 1 / 2])
print("정보량(비트):", -np.log2(p))
print(f"H(p) = {entropy(p, base=2):.3f}")
print(f"H(p, q) = {p @ -np.log2(q):.3f}, D(p‖q) = {entropy(p, q, base=2):.3f}")
print(f"H(q, p) = {q @ -np.log2(p):.3f}, D(q‖p) = {entropy(q, p, base=2):.3f}")
