"""x의 편차를 제곱한 합으로 나누지 않았다."""


def fit_line(x, y):
    w = ((x - x.mean()) * (y - y.mean())).sum()
    return w, y.mean() - w * x.mean()
