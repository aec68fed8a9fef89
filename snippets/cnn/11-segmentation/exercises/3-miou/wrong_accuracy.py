"""클래스마다 나누어 구한 뒤 평균한다."""

import numpy as np


def miou(table):
    both = np.diag(table).sum()
    return float(both / (2 * table.sum() - both))
