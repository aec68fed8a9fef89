"""추론할 때는 x를 그대로 돌려준다."""


def dropout(x, keep, p, training):
    return x * keep / (1 - p)
