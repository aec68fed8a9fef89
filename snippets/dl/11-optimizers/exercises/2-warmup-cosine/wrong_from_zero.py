"""코사인은 웜업이 끝난 때부터 센다."""

from math import cos, pi


def warmup_cosine(t, lr, warmup, total):
    if t <= warmup:
        return lr * t / warmup
    return lr * (1 + cos(pi * min(t / total, 1))) / 2
