"""밑이 2인 로그다."""

import numpy as np


def log_sigmoid(z):
    return -np.logaddexp(0, -z) / np.log(2)
