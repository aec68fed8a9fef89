import numpy as np

from lessons.cnn.pooling import avg_pool2d, max_pool2d
from lessons.dl.activations import relu

x = np.random.default_rng(0).normal(size=(1, 1, 8, 8))
print("최대:", np.array_equal(relu(max_pool2d(x, 2)), max_pool2d(relu(x), 2)))
print("평균:", np.array_equal(relu(avg_pool2d(x, 2)), avg_pool2d(relu(x), 2)))
