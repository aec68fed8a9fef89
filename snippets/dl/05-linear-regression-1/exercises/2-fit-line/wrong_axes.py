"""x와 y의 자리가 바뀌었다."""


def fit_line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    w = (dx * dy).sum() / (dy * dy).sum()
    return w, y.mean() - w * x.mean()
