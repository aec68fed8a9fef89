import numpy as np

from lessons import Array


def restore(shuffled: Array, order: np.ndarray) -> Array:
    """shuffle_pixels가 섞은 그림들을 되돌린다.

    shuffled: (N, H, W), 새 그림의 k번 칸에 옛 그림의 order[k]번 칸이 들어 있다
    order: (H·W,)
    반환: (N, H, W) 섞기 전의 그림들. 받은 배열은 고치지 않는다
    """
    raise NotImplementedError
