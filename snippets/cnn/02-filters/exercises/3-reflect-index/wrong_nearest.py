"""끝 칸만 빌렸다."""


def reflect_index(i, n):
    return max(0, min(n - 1, i))
