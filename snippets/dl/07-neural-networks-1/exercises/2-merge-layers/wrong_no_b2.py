"""둘째 층의 편향을 잃었다."""


def merge_layers(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2
