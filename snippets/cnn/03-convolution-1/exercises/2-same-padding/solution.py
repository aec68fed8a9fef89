from lessons.cnn.convolution import output_size


def same_padding(k: int, dilation: int = 1) -> int:
    """스트라이드가 1일 때 출력 길이가 입력 길이와 같아지는 패딩.

    오류: 그런 패딩이 없으면 ValueError
    """
    lost = dilation * (k - 1)
    if lost % 2:
        raise ValueError(
            f"줄어드는 {lost}칸을 양쪽에 똑같이 나눌 수 없다. "
            "커널의 길이를 홀수로 바꾼다."
        )
    return lost // 2


for k, dilation in ((3, 1), (5, 1), (3, 4), (2, 2)):
    p = same_padding(k, dilation)
    print(k, dilation, "→", p, output_size(28, k, padding=p, dilation=dilation))
