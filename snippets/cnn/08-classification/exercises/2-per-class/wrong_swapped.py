"""정밀도와 재현율이 뒤바뀌었다."""

import numpy as np


def per_class(M):
    hit, said, true = M.diagonal(), M.sum(axis=1), M.sum(axis=0)
    f1 = 2 * hit / np.maximum(said + true, 1)
    return hit / np.maximum(said, 1), hit / np.maximum(true, 1), f1
