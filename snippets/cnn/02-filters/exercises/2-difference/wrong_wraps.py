"""uint8로 뺀 값이 넘쳤다."""


def difference(a, b):
    return a - b
