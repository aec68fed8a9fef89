import numpy as np

from lessons.dl.activations import sigmoid
from lessons.dl.softmax import softmax

rng = np.random.default_rng(0)
z = 5 * rng.normal(size=(1000, 2))
p = softmax(z, axis=1)
print(np.allclose(p[:, 0], sigmoid(z[:, 0] - z[:, 1]), rtol=1e-12))
