"""비율이 다르다."""

import numpy as np


def sample(z, T, rng):
    return int(np.argmax(z / T + rng.normal(size=len(z))))
