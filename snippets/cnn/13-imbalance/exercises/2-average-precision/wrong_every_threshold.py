"""모든 임곗값의 정밀도를 똑같이 평균했다."""

import numpy as np


def average_precision(y, score):
    y, score = np.asarray(y), np.asarray(score)
    return np.mean([y[score >= t].mean() for t in np.unique(score)])
