def layers_to_see(n: int, kernel: int, stride: int = 1) -> int:
    """수용 영역이 n칸 이상이 되려면 똑같은 층을 적어도 몇 개 쌓아야 하는가.

    오류: 몇 개를 쌓아도 n칸을 보지 못하면 ValueError
    """
    if kernel == 1 and n > 1:
        raise ValueError("1칸짜리 커널은 쌓아도 한 칸만 본다.")
    size, jump, layers = 1, 1, 0
    while size < n:
        size += (kernel - 1) * jump
        jump *= stride
        layers += 1
    return layers


for kernel, stride in ((3, 1), (7, 1), (3, 2)):
    print(
        f"커널 {kernel}, 스트라이드 {stride}:", layers_to_see(224, kernel, stride), "층"
    )
