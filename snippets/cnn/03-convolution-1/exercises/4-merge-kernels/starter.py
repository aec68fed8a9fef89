def merge_kernels(A, B):
    """A로 상호상관한 뒤 B로 상호상관한 것과 같은 결과를 내는 커널 하나.

    A, B: 2차원 커널
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
