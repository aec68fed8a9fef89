import numpy as np

z = np.array([3.0, -1000.0])
with np.errstate(over="raise", invalid="raise"):
    try:
        print(1 / (1 + np.exp(-z)))
    except FloatingPointError as error:
        print("멈춘 자리:", error)
