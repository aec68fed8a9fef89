"""분산을 더했다."""


def fuse(x, P, z, R):
    return x + P / (P + R) * (z - x), P + R
