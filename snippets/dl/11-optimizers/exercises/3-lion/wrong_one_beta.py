"""모멘텀을 β₁로 고쳤다."""

import numpy as np


def lion_step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    beta1, _ = betas
    c = beta1 * m + (1 - beta1) * g
    w = w - lr * (np.sign(c) + weight_decay * w)
    return w, c
