import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
gates = {"AND": ((1, 1), -1.5), "OR": ((1, 1), -0.5), "NAND": ((-1, -1), 1.5)}
for name, (w, b) in gates.items():
    z = X @ np.array(w) + b
    print(f"{name:4}  z = {z}  출력 = {(z > 0).astype(int)}")
