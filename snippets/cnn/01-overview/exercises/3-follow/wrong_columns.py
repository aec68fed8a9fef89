"""섞이는 것은 특성, 곧 W의 행이다."""


def follow(W, order):
    return W.T[:, order]
