"""처음은 0이어야 한다."""

from math import cos, pi


def warmup_cosine(t, lr, warmup, total):
    if t < warmup:
        return lr * (t + 1) / warmup
    part = min((t - warmup) / (total - warmup), 1)
    return lr * (1 + cos(pi * part)) / 2
