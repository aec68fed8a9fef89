import numpy as np

from lessons.cnn.tracking.kalman import predict, update

x, P = update([10], [[4]], [13], [[2]], [[1]])
print(f"자리만: {x[0]:.0f}, 분산 {P[0, 0]:.2f}")

F = np.array([[1, 1], [0, 1]])
x, P = predict([0, 2], np.eye(2), F, np.zeros((2, 2)))
print("예측", x, P.tolist())
x, P = update(x, P, [5], [[1]], [[1, 0]])
print("측정 5를 섞으면", x.round(2), P.round(2).tolist())
