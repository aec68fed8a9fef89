def same_padding(k: int, dilation: int = 1) -> int:
    """스트라이드가 1일 때 출력 길이가 입력 길이와 같아지는 패딩.

    오류: 그런 패딩이 없으면 ValueError
    """
    raise NotImplementedError
