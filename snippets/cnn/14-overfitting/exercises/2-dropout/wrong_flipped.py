"""끌 자리와 남길 자리를 바꾸었다."""


def dropout(x, keep, p, training):
    return x * ~keep / (1 - p) if training else x
