"""b가 2차원이다."""


def merge_layers(W1, b1, W2, b2):
    return W1 @ W2, b1.reshape(1, -1) @ W2 + b2
