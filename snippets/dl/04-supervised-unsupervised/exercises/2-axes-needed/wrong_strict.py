"""합이 share와 꼭 같을 때를 놓쳤다."""

import numpy as np


def axes_needed(ratio, share):
    return int(np.argmax(np.cumsum(ratio) > share)) + 1
