"""커널의 길이만 보고 거절했다."""


def same_padding(k, dilation=1):
    if k % 2 == 0:
        raise ValueError("짝수 커널")
    return dilation * (k - 1) // 2
