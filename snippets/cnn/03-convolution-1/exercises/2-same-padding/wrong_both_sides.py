"""패딩은 양쪽에 붙는다."""


def same_padding(k, dilation=1):
    return dilation * (k - 1)
