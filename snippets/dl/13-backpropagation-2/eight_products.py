from itertools import product

import numpy as np

from lessons.dl.gradient_descent import numerical_gradient

X = np.array([[1.0, 2, 0], [3, -1, 1]])
W = np.array([[1.0, 0], [2, -1], [0, 3]])
dZ = np.array([[1.0, 2], [-1, 3]])
measured = numerical_gradient(lambda V: (dZ * (X @ V)).sum(), W)
print("W의 모양:", W.shape)

arrays = {"X": X, "dZ": dZ}
for left, right in (("X", "dZ"), ("dZ", "X")):
    for t1, t2 in product(("", ".T"), repeat=2):
        A = arrays[left].T if t1 else arrays[left]
        B = arrays[right].T if t2 else arrays[right]
        name = f"{left}{t1} @ {right}{t2}"
        if A.shape[1] != B.shape[0]:
            print(f"{name:9s} 곱할 수 없다")
            continue
        same = (A @ B).shape == W.shape and np.allclose(A @ B, measured)
        print(f"{name:9s} {(A @ B).shape}, 수치 미분과 같다: {same}")
