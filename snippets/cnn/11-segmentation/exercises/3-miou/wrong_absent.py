"""없는 클래스를 0으로 쳐서 평균에 넣었다."""

import numpy as np


def miou(table):
    both = np.diag(table)
    union = table.sum(axis=0) + table.sum(axis=1) - both
    return float((both / np.maximum(union, 1)).mean())
