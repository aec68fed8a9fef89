"""층마다 kernel칸씩 는다고 보았다."""


def layers_to_see(n, kernel, stride=1):
    if kernel == 1 and n > 1:
        raise ValueError("한 칸")
    size, jump, layers = 1, 1, 0
    while size < n:
        size += kernel * jump
        jump *= stride
        layers += 1
    return layers
