"""씨앗이 같은 rng를 넘겼는데 다른 것이 나왔다."""

import numpy as np

from lessons.dl.softmax import softmax


def sample(z, T, rng):
    return int(np.random.default_rng().choice(len(z), p=softmax(z / T)))
