"""음수의 부호만 떼었다."""


def reflect_index(i, n):
    i = abs(i) % (2 * n)
    return min(i, 2 * n - 1 - i)
