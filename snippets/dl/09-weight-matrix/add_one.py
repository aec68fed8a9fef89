import numpy as np

from lessons.dl.affine import affine

X = np.array([[2, 1, 0], [1, 0, 4], [0, 2, 1], [3, 0, 0]])
W = np.array([[5, 4], [3, 6], [1, 2]])
b = np.array([2, 0])

cases = {
    "처음": (X, W, b),
    "손님 하나": (np.vstack([X, [1, 1, 1]]), W, b),
    "과일 하나": (np.hstack([X, [[0], [1], [0], [2]]]), np.vstack([W, [2, 3]]), b),
    "가게 하나": (X, np.column_stack([W, [2, 2, 2]]), np.append(b, 5)),
}
for name, (X_new, W_new, b_new) in cases.items():
    Z = affine(X_new, W_new, b_new)
    print(f"{name}: X {X_new.shape}, W {W_new.shape}, b {b_new.shape}, Z {Z.shape}")
    print("    매개변수", W_new.size + b_new.size, "Z의 첫 행", Z[0])
