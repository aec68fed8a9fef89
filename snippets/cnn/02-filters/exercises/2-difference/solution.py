import numpy as np


def difference(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """두 사진이 칸마다 얼마나 다른지, |a − b|.

    a, b: 모양이 같은 uint8 사진
    반환: 같은 모양의 uint8
    받은 것은 고치지 않는다
    """
    gap = a.astype(int) - b  # −255부터 255까지 담긴다
    return np.abs(gap).astype(np.uint8)


a = np.array([[10, 200, 0]], dtype=np.uint8)
b = np.array([[20, 190, 255]], dtype=np.uint8)
print("그냥 빼면", a - b, "바르게 빼면", difference(a, b))
