"""풀링에서 남은 칸을 올림했다."""


def shapes(size, layers):
    sides = []
    for kind, k, *padding in layers:
        size = -(-size // k) if kind == "pool" else size + 2 * padding[0] - k + 1
        sides.append(size)
    return sides
