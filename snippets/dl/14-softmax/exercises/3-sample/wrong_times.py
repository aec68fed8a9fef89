"""온도를 곱했다."""

from lessons.dl.softmax import softmax


def sample(z, T, rng):
    return int(rng.choice(len(z), p=softmax(z * T)))
