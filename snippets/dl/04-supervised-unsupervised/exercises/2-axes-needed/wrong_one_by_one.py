"""몫을 하나씩 share와 견주었다."""

import numpy as np


def axes_needed(ratio, share):
    return int(np.sum(ratio >= share))
