"""편향을 제곱하지 않았다."""


def decompose(Y_hat, f):
    mean = Y_hat.mean(axis=0)
    return abs(mean - f).mean(), Y_hat.var(axis=0).mean()
