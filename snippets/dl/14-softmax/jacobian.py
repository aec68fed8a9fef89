import numpy as np

from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.softmax import softmax, softmax_backward, softmax_jacobian

z = np.log([6, 3, 1])
J = softmax_jacobian(z)
print(J.round(2))
print("행의 합:", J.sum(axis=1).round(6) + 0.0)

measured = [numerical_gradient(lambda z, i=i: softmax(z)[i], z) for i in range(3)]
print("수치 미분과 같다:", np.allclose(J, measured, atol=1e-9))

dp = np.array([1.0, -2.0, 4.0])
print("행렬로:", (dp @ J).round(6))
print("행렬 없이:", softmax_backward(dp, softmax(z)).round(6))
