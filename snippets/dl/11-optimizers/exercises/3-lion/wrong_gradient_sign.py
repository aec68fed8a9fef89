"""기울기만 보았다."""

import numpy as np


def lion_step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    w = w - lr * (np.sign(g) + weight_decay * w)
    return w, betas[1] * m + (1 - betas[1]) * g
