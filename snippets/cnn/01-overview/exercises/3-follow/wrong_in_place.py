"""받은 W를 바꾸었다."""


def follow(W, order):
    W[:] = W[order]
    return W
