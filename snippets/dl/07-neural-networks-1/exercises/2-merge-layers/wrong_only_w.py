"""W와 b를 함께 돌려주지 않았다."""


def merge_layers(W1, b1, W2, b2):
    return W1 @ W2
