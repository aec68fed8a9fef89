def windows1d(x, k, stride=1, dilation=1):
    """한 줄로 늘어선 값에서 창 하나를 열 하나로 편다.

    x: 길이 n인 값들. 목록이나 배열, k: 커널의 길이
    반환: (k, L) 배열. L은 창을 놓는 자리의 수
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
