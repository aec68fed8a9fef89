def average_kernel(channels, size):
    """conv2d(x, W, stride=size, groups=channels)가 평균 풀링이 되는 W를 돌려준다."""
    raise NotImplementedError
