"""분산을 평균이 아니라 f에서 쟀다."""


def decompose(Y_hat, f):
    mean = Y_hat.mean(axis=0)
    return ((mean - f) ** 2).mean(), ((Y_hat - f) ** 2).mean()
