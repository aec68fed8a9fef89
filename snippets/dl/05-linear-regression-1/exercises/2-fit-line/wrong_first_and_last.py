"""첫 점과 끝 점만 이었다."""


def fit_line(x, y):
    w = (y[-1] - y[0]) / (x[-1] - x[0])
    return w, y.mean() - w * x.mean()
