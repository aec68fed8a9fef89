"""같은 rng로 여러 번 뽑아도 늘 같은 것만 나온다."""

import numpy as np

from lessons.dl.softmax import softmax


def sample(z, T, rng):
    return int(np.random.default_rng(0).choice(len(z), p=softmax(z / T)))
