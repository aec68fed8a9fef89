"""편향에서 w·x̄를 빼지 않았다."""


def fit_line(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    return (dx * dy).sum() / (dx * dx).sum(), y.mean()
