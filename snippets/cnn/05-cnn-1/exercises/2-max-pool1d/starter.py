def max_pool1d(x, kernel_size, stride=None):
    """1차원 최대 풀링. x는 1차원 배열이고, stride가 없으면 kernel_size와 같다.

    받은 것은 고치지 않는다
    """
    raise NotImplementedError
