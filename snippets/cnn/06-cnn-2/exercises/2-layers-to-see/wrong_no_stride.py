"""스트라이드를 쓰지 않았다."""


def layers_to_see(n, kernel, stride=1):
    if kernel == 1 and n > 1:
        raise ValueError("한 칸")
    return -(-(n - 1) // max(kernel - 1, 1))
