def layers_to_see(n: int, kernel: int, stride: int = 1) -> int:
    """수용 영역이 n칸 이상이 되려면 똑같은 층을 적어도 몇 개 쌓아야 하는가.

    오류: 몇 개를 쌓아도 n칸을 보지 못하면 ValueError
    """
    raise NotImplementedError
