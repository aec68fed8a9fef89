"""은닉 유닛은 다음 층의 특성이라 W2의 행 하나다."""

import numpy as np


def add_unit(W1, b1, W2, w, c):
    return np.column_stack([W1, w]), np.append(b1, c), W2
