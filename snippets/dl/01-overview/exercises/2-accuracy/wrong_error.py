"""틀린 비율을 돌려주었다."""


def accuracy(z, y):
    return (z.argmax(axis=1) != y).mean()
