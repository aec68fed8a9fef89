"""확률을 1e-300에서 잘랐다."""

import numpy as np


def log_sigmoid(z):
    return np.log(np.maximum(1 / (1 + np.exp(-z)), 1e-300))
