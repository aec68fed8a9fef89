"""가장 낮은 점수를 골랐다."""


def accuracy(z, y):
    return (z.argmin(axis=1) == y).mean()
