import numpy as np

from lessons.dl.tensor import Tensor

X = Tensor([[1, 2, 0], [3, -1, 1]])
W = Tensor([[1, 0], [2, -1], [0, 3]])
b = Tensor([-2, 1])
Z = X @ W + b
Z.backward(np.array([[1, 2], [-1, 3]]))

for name, value in (("Z", Z.data), ("dW", W.grad), ("dX", X.grad), ("db", b.grad)):
    print(name, value.astype(int).tolist())
