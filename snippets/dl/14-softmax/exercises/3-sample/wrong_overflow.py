"""로짓이 10000이면 exp가 넘치거나 모두 0이 된다."""

import numpy as np


def sample(z, T, rng):
    e = np.exp(z / T)
    return int(rng.choice(len(z), p=e / e.sum()))
