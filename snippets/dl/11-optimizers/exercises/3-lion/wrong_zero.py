"""0의 부호를 1로 정했다."""

import numpy as np


def lion_step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    beta1, beta2 = betas
    sign = np.where(beta1 * m + (1 - beta1) * g >= 0, 1, -1)
    w = w - lr * (sign + weight_decay * w)
    return w, beta2 * m + (1 - beta2) * g
