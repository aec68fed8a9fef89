"""자리 번호를 그대로 돌려주었다."""

import numpy as np


def axes_needed(ratio, share):
    return int(np.argmax(np.cumsum(ratio) >= share))
