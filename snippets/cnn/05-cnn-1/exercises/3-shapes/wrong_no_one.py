"""합성곱의 식에서 1을 빠뜨렸다."""


def shapes(size, layers):
    sides = []
    for kind, k, *padding in layers:
        size = size // k if kind == "pool" else size + 2 * padding[0] - k
        sides.append(size)
    return sides
