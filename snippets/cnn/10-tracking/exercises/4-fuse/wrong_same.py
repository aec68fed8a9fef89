"""분산을 그대로 두었다."""


def fuse(x, P, z, R):
    return x + P / (P + R) * (z - x), P
