import numpy as np


def equalize_table(counts):
    """밝기 0–255의 개수 (256,)를 받아, 밝기마다의 새 밝기 (256,)를 정수로 돌려준다.

    받은 것은 고치지 않는다
    """
    total = np.cumsum(counts)
    darkest = counts[np.flatnonzero(counts)[0]]
    new = 255 * (total - darkest) / (total[-1] - darkest)
    return np.maximum(np.rint(new), 0).astype(int)


counts = np.bincount([50, 50, 50, 60, 60, 70, 70, 90], minlength=256)
print(equalize_table(counts)[[50, 60, 70, 90]])
