import numpy as np

x, y = [0, 1, 2, 3], [0, 1, 1, 2]
for name, degree in (("직선", 1), ("삼차식", 3)):
    coefficients = np.polyfit(x, y, degree)
    seen = np.mean((np.polyval(coefficients, x) - y) ** 2)
    answer = np.polyval(coefficients, 4)
    unseen = (answer - 2) ** 2
    print(f"{name}: 배운 점 {seen:.2f}, x = 4의 예측 {answer:.1f}, 새 점 {unseen:.2f}")
