"""weight_decay를 쓰지 않았다."""

import numpy as np


def lion_step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    beta1, beta2 = betas
    w = w - lr * np.sign(beta1 * m + (1 - beta1) * g)
    return w, beta2 * m + (1 - beta2) * g
