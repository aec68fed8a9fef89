"""끄기만 하고 키우지 않았다."""


def dropout(x, keep, p, training):
    return x * keep if training else x
