"""돌아오는 길이 한 칸 어긋났다."""


def reflect_index(i, n):
    i = i % (2 * n)
    return i if i < n else 2 * n - i
