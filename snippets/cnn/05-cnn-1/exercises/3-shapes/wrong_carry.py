"""앞 층의 한 변을 다음 층에 넘기지 않았다."""


def shapes(size, layers):
    return [
        size // k if kind == "pool" else size + 2 * padding[0] - k + 1
        for kind, k, *padding in layers
    ]
