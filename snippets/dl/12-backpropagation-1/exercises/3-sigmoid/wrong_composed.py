"""노드 하나가 아니다."""


def sigmoid(z):
    return 1 / (1 + (-z).exp())
