"""부호가 뒤집혔다."""

import numpy as np


def log_sigmoid(z):
    return np.logaddexp(0, -z)
