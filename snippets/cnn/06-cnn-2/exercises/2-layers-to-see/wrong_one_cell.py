"""ValueError를 raise하지 않았다."""


def layers_to_see(n, kernel, stride=1):
    size, jump, layers = 1, 1, 0
    while size < n and layers < 9999:
        size += (kernel - 1) * jump
        jump *= stride
        layers += 1
    return layers
