"""끝 칸을 되풀이하지 않았다."""


def reflect_index(i, n):
    if n == 1:
        return 0
    i = i % (2 * n - 2)
    return min(i, 2 * n - 2 - i)
