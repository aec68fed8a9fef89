"""자기 층의 스트라이드까지 곱했다."""


def layers_to_see(n, kernel, stride=1):
    if kernel == 1 and n > 1:
        raise ValueError("한 칸")
    size, jump, layers = 1, 1, 0
    while size < n:
        jump *= stride
        size += (kernel - 1) * jump
        layers += 1
    return layers
