"""팽창을 빠뜨렸다."""


def same_padding(k, dilation=1):
    if k % 2 == 0 and dilation % 2:
        raise ValueError("짝수 커널")
    return (k - 1) // 2
