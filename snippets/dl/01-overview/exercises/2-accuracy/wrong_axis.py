"""열마다 가장 큰 것을 골랐다."""


def accuracy(z, y):
    return (z.argmax(axis=0) == y).mean()
