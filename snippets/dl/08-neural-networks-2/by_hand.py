import numpy as np

from lessons.dl.layers import Linear, ReLU, Sequential

rng = np.random.default_rng(0)
hidden, output = Linear(2, 2, rng=rng), Linear(2, 1, rng=rng)
hidden.W, hidden.b = np.array([[1.0, 1.0], [1.0, -2.0]]), np.array([-1.0, 1.0])
output.W, output.b = np.array([[3.0], [5.0]]), np.array([-4.0])
model = Sequential(hidden, ReLU(), output)

x = np.array([[1.0, 2.0]])
print("출력:", model.forward(x))
print("입력의 기울기:", model.backward(np.array([[1.0]])))
print("hidden.dW:", hidden.dW.tolist(), "hidden.db:", hidden.db)
print("output.dW:", output.dW.tolist(), "output.db:", output.db)
