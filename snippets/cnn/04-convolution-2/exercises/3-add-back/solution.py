import numpy as np


def add_back(cols, n, stride=1, dilation=1):
    """창마다 든 값을 본 자리에 되돌려 더한다. windows1d의 수반.

    cols: (k, L) 배열, n: 되돌릴 한 줄의 길이
    반환: 길이 n인 배열. 아무 창도 보지 않은 칸은 0
    받은 것은 고치지 않는다
    """
    k, L = np.shape(cols)
    x = np.zeros(n)
    for u in range(k):
        start = u * dilation
        x[start : start + stride * (L - 1) + 1 : stride] += cols[u]
    return x


cols = np.array([[1, 2, 0, 3], [2, 0, 3, 5]])
print(add_back(cols, n=5))
print("본 횟수:", add_back(np.ones((2, 4)), n=5))
