"""share에 닿은 축을 세었다."""

import numpy as np


def axes_needed(ratio, share):
    return int(np.sum(np.cumsum(ratio) >= share))
