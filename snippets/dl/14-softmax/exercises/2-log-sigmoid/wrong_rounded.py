"""σ(z)가 0으로 반올림되어 로그가 −inf다."""

import numpy as np

from lessons.dl.activations import sigmoid


def log_sigmoid(z):
    return np.log(sigmoid(z))
