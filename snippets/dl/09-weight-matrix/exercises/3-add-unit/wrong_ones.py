"""새 유닛이 내보내는 가중치는 0이어야 한다."""

import numpy as np


def add_unit(W1, b1, W2, w, c):
    return (
        np.column_stack([W1, w]),
        np.append(b1, c),
        np.vstack([W2, np.ones(W2.shape[1])]),
    )
