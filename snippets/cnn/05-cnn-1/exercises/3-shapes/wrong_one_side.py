"""패딩을 한쪽에만 더했다."""


def shapes(size, layers):
    sides = []
    for kind, k, *padding in layers:
        size = size // k if kind == "pool" else size + padding[0] - k + 1
        sides.append(size)
    return sides
