"""분산을 S - 1로 나누었다."""


def decompose(Y_hat, f):
    mean = Y_hat.mean(axis=0)
    return ((mean - f) ** 2).mean(), Y_hat.var(axis=0, ddof=1).mean()
