import numpy as np

from lessons.dl.layers import GELU, Linear, ReLU, Sequential, Sigmoid, Tanh

rng = np.random.default_rng(0)
layers = [Linear(3, 4, rng=rng), Tanh(), Linear(4, 5, rng=rng), ReLU()]
layers += [Linear(5, 4, rng=rng), GELU(), Linear(4, 2, rng=rng), Sigmoid()]
model = Sequential(*layers)
X, weight = rng.standard_normal((7, 3)), rng.standard_normal((7, 2))


def loss():
    return (weight * model.forward(X)).sum()


loss()
model.backward(weight)
h = 1e-5
for layer in layers[::2]:
    slopes = np.empty_like(layer.W)
    for i in np.ndindex(layer.W.shape):
        kept = layer.W[i]
        layer.W[i] = kept + h
        above = loss()
        layer.W[i] = kept - h
        slopes[i] = (above - loss()) / (2 * h)
        layer.W[i] = kept
    print(
        layer.W.shape, "차이가 1e-8보다 작은가:", np.allclose(slopes, layer.dW, 0, 1e-8)
    )
