import numpy as np


def windows1d(x, k, stride=1, dilation=1):
    """한 줄로 늘어선 값에서 창 하나를 열 하나로 편다.

    x: 길이 n인 값들. 목록이나 배열, k: 커널의 길이
    반환: (k, L) 배열. L은 창을 놓는 자리의 수
    받은 것은 고치지 않는다
    """
    L = (len(x) - dilation * (k - 1) - 1) // stride + 1
    rows = []
    for u in range(k):
        start = u * dilation
        rows.append(x[start : start + stride * (L - 1) + 1 : stride])
    return np.array(rows)


A = windows1d([1, 2, 0, 3, 5], k=2)
print(A)
print("앞 칸에서 뒤 칸을 뺀 값:", np.array([1, -1]) @ A)
print(windows1d([1, 2, 0, 3, 5], k=2, stride=2, dilation=2))
