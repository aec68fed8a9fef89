"""표 전체에서 가장 큰 것 하나를 골랐다."""


def accuracy(z, y):
    return (z.argmax() == y).mean()
