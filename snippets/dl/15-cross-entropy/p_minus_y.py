import numpy as np

from lessons import Array
from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.softmax import log_softmax, softmax


def loss_and_grad(z: Array, y: Array) -> tuple[float, Array]:
    """z (N, K) 로짓, y (N, K) 정답. 교차 엔트로피의 평균과 로짓의 기울기"""
    loss = -(y * log_softmax(z, axis=1)).sum(axis=1).mean()
    dz = (softmax(z, axis=1) - y) / len(z)
    return float(loss), dz


z, y = np.log([[6.0, 3.0, 1.0]]), np.array([[0.0, 1.0, 0.0]])
loss, dz = loss_and_grad(z, y)
print(f"예측 {softmax(z, axis=1)[0].round(4)}, 손실 {loss:.4f}")
print("p − y:", dz[0].round(4))
measured = numerical_gradient(lambda z: loss_and_grad(z, y)[0], z)
print("수치 미분:", measured[0].round(4))
