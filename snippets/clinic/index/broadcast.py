import numpy as np

y_hat = np.array([[1.0], [2.0], [3.0]])  # 모델의 출력 (3, 1)
y = np.array([1.0, 2.0, 3.0])  # 정답 (3,)

residual = y_hat - y
print("뺀 것의 모양:", residual.shape, " 손실:", (residual**2).mean().round(2))
print(
    "맞춘 것의 모양:",
    (y_hat[:, 0] - y).shape,
    " 손실:",
    np.mean((y_hat[:, 0] - y) ** 2),
)
