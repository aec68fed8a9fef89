"""무게 s를 쓰지 않았다."""


def fit_weighted(x, y, s):
    dx, dy = x - x.mean(), y - y.mean()
    w = (dx * dy).sum() / (dx * dx).sum()
    return w, y.mean() - w * x.mean()
