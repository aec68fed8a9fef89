"""마지막 창을 빠뜨렸다."""

import numpy as np


def windows1d(x, k, stride=1, dilation=1):
    span = dilation * (k - 1) + 1
    count = (len(x) - span) // stride
    starts = [i * stride for i in range(count)]
    columns = [x[i : i + span : dilation] for i in starts]
    return np.array(columns).reshape(count, k).T
