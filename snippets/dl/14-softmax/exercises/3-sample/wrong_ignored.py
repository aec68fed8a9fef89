"""온도가 쓰이지 않았다."""

from lessons.dl.softmax import softmax


def sample(z, T, rng):
    return int(rng.choice(len(z), p=softmax(z)))
