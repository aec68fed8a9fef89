"""스트라이드를 곱하지 않고 더했다."""


def layers_to_see(n, kernel, stride=1):
    if kernel == 1 and n > 1:
        raise ValueError("한 칸")
    size, jump, layers = 1, 1, 0
    while size < n:
        size += (kernel - 1) * jump
        jump += stride
        layers += 1
    return layers
