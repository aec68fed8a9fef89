"""두 값을 반반 섞었다."""


def fuse(x, P, z, R):
    return (x + z) / 2, P * R / (P + R)
