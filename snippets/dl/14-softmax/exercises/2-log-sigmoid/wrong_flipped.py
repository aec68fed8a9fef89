"""z의 부호를 바꾸어 넣었다."""

import numpy as np


def log_sigmoid(z):
    return -np.logaddexp(0, z)
