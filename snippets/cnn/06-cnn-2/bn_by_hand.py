import numpy as np

from lessons.cnn.batch_norm import batch_norm
from lessons.dl.tensor import Tensor

x = Tensor(np.array([[1.0], [3], [5], [7]]))
running_mean, running_var = np.zeros(1), np.ones(1)
y = batch_norm(x, running_mean, running_var, training=True)
print("정규화한 값", y.data.ravel().round(3))
print("이동 평균", running_mean.round(3), running_var.round(3))

y.backward(np.array([[1.0], [0], [0], [0]]))
print("입력의 기울기", x.grad.ravel().round(3))
print(
    "그 합",
    abs(x.grad.sum()).round(6),
    "x와의 내적",
    abs((x.grad * x.data).sum()).round(3),
)
