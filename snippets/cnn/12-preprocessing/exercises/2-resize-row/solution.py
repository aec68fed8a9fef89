import numpy as np


def resize_row(row, n):
    """한 줄을 n칸으로 바꾼다. 픽셀의 가운데를 맞추는 이중선형, antialias 없이.

    받은 것은 고치지 않는다
    """
    row = np.asarray(row)
    at = (np.arange(n) + 0.5) * len(row) / n - 0.5
    left = np.floor(at).astype(int)
    t = at - left
    first, second = left.clip(0), (left + 1).clip(max=len(row) - 1)
    return (1 - t) * row[first] + t * row[second]


print(resize_row([10, 20, 30, 40], 2))
print(resize_row([0, 100], 4))
