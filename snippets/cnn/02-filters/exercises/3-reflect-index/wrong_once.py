"""한 번만 접었다."""


def reflect_index(i, n):
    if i < 0:
        i = -1 - i
    if i >= n:
        i = 2 * n - 1 - i
    return i
