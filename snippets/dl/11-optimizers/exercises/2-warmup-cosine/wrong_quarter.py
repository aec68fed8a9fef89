"""반의반 바퀴만 돌았다."""

from math import cos, pi


def warmup_cosine(t, lr, warmup, total):
    if t < warmup:
        return lr * t / warmup
    return lr * cos(pi / 2 * min((t - warmup) / (total - warmup), 1))
