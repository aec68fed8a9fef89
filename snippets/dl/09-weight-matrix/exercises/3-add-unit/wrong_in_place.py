"""받은 w를 바꾸었다."""

import numpy as np


def add_unit(W1, b1, W2, w, c):
    w *= 1.5
    return (
        np.column_stack([W1, w]),
        np.append(b1, c),
        np.vstack([W2, np.zeros(W2.shape[1])]),
    )
