"""k − 1이 아니라 k의 절반에 팽창을 곱했다."""


def same_padding(k, dilation=1):
    if dilation * (k - 1) % 2:
        raise ValueError("나눌 수 없다")
    return dilation * (k // 2)
