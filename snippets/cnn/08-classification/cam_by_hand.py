import numpy as np

from lessons.cnn.classification.grad_cam import grad_cam

A = np.array([[[1, 0], [2, 1]], [[0, 4], [0, 0]]])  # 특성 맵 두 장
dA = np.array([[[1, 1], [1, 1]], [[-0.5, -0.5], [-0.5, -0.5]]])
print("맵마다의 무게", dA.mean(axis=(1, 2)))
print(grad_cam(A[None], dA[None])[0])
