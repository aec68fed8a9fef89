"""모델끼리가 아니라 샘플끼리의 흩어짐을 쟀다."""


def decompose(Y_hat, f):
    mean = Y_hat.mean(axis=0)
    return ((mean - f) ** 2).mean(), Y_hat.var(axis=1).mean()
