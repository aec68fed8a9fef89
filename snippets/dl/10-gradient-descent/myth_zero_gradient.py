import numpy as np

from lessons.dl.gradient_descent import numerical_gradient

functions = {
    "x1^2 + x2^2": lambda x: x[0] ** 2 + x[1] ** 2,
    "-x1^2 - x2^2": lambda x: -(x[0] ** 2) - x[1] ** 2,
    "x1^2 - x2^2": lambda x: x[0] ** 2 - x[1] ** 2,
    "x1^3 + x2^2": lambda x: x[0] ** 3 + x[1] ** 2,
}
origin = np.zeros(2)
around = 0.1 * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
for name, f in functions.items():
    flat = np.allclose(numerical_gradient(f, origin), 0, atol=1e-6)
    lower = sum(f(x) < f(origin) for x in around)
    print(f"{name:13s} 기울기 0: {flat}, 더 낮은 이웃: {lower}곳")
