"""기울기에 1 − β를 곱하지 않았다."""

import numpy as np


def lion_step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    beta1, beta2 = betas
    direction = np.sign(beta1 * m + g)
    return w - lr * (direction + weight_decay * w), beta2 * m + g
