"""정수를 돌려준다."""


def same_padding(k, dilation=1):
    lost = dilation * (k - 1)
    if lost % 2:
        raise ValueError("나눌 수 없다")
    return lost / 2
