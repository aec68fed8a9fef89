"""믿을 정도를 거꾸로 썼다."""


def fuse(x, P, z, R):
    K = R / (P + R)
    return x + K * (z - x), P * R / (P + R)
