"""샘플끼리 평균한 다음 제곱했다."""


def decompose(Y_hat, f):
    mean = Y_hat.mean(axis=0)
    return (mean - f).mean() ** 2, Y_hat.var(axis=0).mean()
