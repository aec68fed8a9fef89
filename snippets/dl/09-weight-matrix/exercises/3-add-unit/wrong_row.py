"""유닛 하나는 W1의 열 하나다."""

import numpy as np


def add_unit(W1, b1, W2, w, c):
    H = W1.shape[1]
    return (
        np.vstack([W1, np.resize(w, H)]),
        np.append(b1, c),
        np.vstack([W2, np.zeros(W2.shape[1])]),
    )
