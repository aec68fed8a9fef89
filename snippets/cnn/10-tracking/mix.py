import numpy as np


def predict(x, P, F, Q):
    return F @ x, F @ P @ F.T + Q  # 식 (10.3)


def update(x, P, z, R, H):
    y, S = z - H @ x, H @ P @ H.T + R  # 식 (10.4)
    K = P @ H.T @ np.linalg.inv(S)  # 식 (10.5)
    keep = np.eye(len(x)) - K @ H
    return x + K @ y, keep @ P @ keep.T + K @ R @ K.T  # 식 (10.6)


one = np.eye(1)
x, P = update(np.array([10]), 4 * one, np.array([13]), 2 * one, one)
print(f"자리만: {x[0]:.0f}, 분산 {P[0, 0]:.2f}")

F, H = np.array([[1, 1], [0, 1]]), np.array([[1, 0]])
x, P = predict(np.array([0, 2]), np.eye(2), F, np.zeros((2, 2)))
print("예측", x, P.tolist())
x, P = update(x, P, np.array([5]), one, H)
print("측정 5를 섞으면", x.round(2), P.round(2).tolist())
