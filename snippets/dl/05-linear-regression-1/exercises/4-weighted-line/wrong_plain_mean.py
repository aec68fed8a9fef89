"""평균을 낼 때 무게를 빠뜨렸다."""


def fit_weighted(x, y, s):
    dx, dy = x - x.mean(), y - y.mean()
    w = (s * dx * dy).sum() / (s * dx * dx).sum()
    return w, y.mean() - w * x.mean()
