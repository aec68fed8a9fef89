import numpy as np


def difference(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """두 사진이 칸마다 얼마나 다른지, |a − b|.

    a, b: 모양이 같은 uint8 사진
    반환: 같은 모양의 uint8
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
