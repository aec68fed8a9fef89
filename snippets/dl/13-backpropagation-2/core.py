import numpy as np

from lessons.dl.autograd import unbroadcast
from lessons.dl.value import topological_order


class Tiny:
    def __init__(self, data, parents=(), back=None):
        self.data, self.parents, self.back = np.array(data, float), parents, back
        self.grad = np.zeros_like(self.data)

    def __matmul__(self, W):
        out = self.data @ W.data
        return Tiny(out, (self, W), lambda dZ: (dZ @ W.data.T, self.data.T @ dZ))

    def __add__(self, b):
        return Tiny(self.data + b.data, (self, b), lambda dZ: (dZ, dZ))

    def relu(self):
        on = self.data > 0
        return Tiny(self.data * on, (self,), lambda dH: (dH * on,))

    def backward(self, gradient):
        self.grad += gradient
        for node in reversed(topological_order(self)):
            grads = node.back(node.grad) if node.parents else ()
            for parent, grad in zip(node.parents, grads, strict=True):
                parent.grad += unbroadcast(grad, parent.data.shape)


X = Tiny([[1, 2, 0], [3, -1, 1]])
W, b = Tiny([[1, 0], [2, -1], [0, 3]]), Tiny([-2, 1])
H = (X @ W + b).relu()
H.backward([[1, 2], [-1, 3]])
for name, node in (("H", H.data), ("dW", W.grad), ("db", b.grad)):
    print(name, node.astype(int).tolist())
