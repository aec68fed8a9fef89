"""p로 나누었다."""


def dropout(x, keep, p, training):
    return x * keep / p if training else x
