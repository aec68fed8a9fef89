"""유닛마다 편향이 하나씩이다."""

import numpy as np


def add_unit(W1, b1, W2, w, c):
    return np.column_stack([W1, w]), b1, np.vstack([W2, np.zeros(W2.shape[1])])
