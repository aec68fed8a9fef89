"""반대쪽 끝에서 빌렸다."""


def reflect_index(i, n):
    return i % n
