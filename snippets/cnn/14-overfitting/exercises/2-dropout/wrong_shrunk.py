"""남은 것을 줄였다."""


def dropout(x, keep, p, training):
    return x * keep * (1 - p) if training else x
