"""W의 표준 편차로 나누었다."""


def scale_layers(X, weights):
    return [W / W.std() for W in weights]
