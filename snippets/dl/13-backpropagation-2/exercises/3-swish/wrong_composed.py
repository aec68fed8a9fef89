"""연산 하나가 아니다."""


def swish(x):
    return x * x.sigmoid()
