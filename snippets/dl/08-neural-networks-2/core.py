import numpy as np


class Dense:
    def __init__(self, W, b):
        self.W, self.b = np.array(W), np.array(b)

    def forward(self, H):
        self.H = H  # 거꾸로 올 때 쓴다
        return H @ self.W + self.b  # 식 (8.1)

    def backward(self, dZ):
        self.dW, self.db = self.H.T @ dZ, dZ.sum(axis=0)
        return dZ @ self.W.T


class Gate:
    def forward(self, Z):
        self.on = Z > 0
        return Z * self.on

    def backward(self, dH):
        return dH * self.on


hidden = Dense([[1.0, 1.0], [1.0, -2.0]], [-1.0, 1.0])
output = Dense([[3.0], [5.0]], [-4.0])
layers = [hidden, Gate(), output]

h = np.array([[1.0, 2.0]])
for layer in layers:
    h = layer.forward(h)
print("출력:", h)

grad = np.array([[1.0]])
for layer in reversed(layers):
    grad = layer.backward(grad)
print("입력의 기울기:", grad)
print("은닉층의 dW:", hidden.dW.tolist(), "출력층의 dW:", output.dW.tolist())
