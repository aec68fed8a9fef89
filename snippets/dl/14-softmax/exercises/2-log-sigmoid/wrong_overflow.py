"""exp(1000)이 넘친다."""

import numpy as np


def log_sigmoid(z):
    return np.log(1 / (1 + np.exp(-z)))
