import numpy as np

from lessons import Array


def follow(W: Array, order: np.ndarray) -> Array:
    """섞은 그림에서도 섞기 전과 똑같은 점수를 내는 첫 층의 가중치.

    x를 편 그림이라 하면, 섞은 그림은 x[order]다
    W: (D, K), x @ W가 섞기 전의 점수다
    반환: (D, K), x[order] @ 반환한 것 = x @ W. W는 고치지 않는다
    """
    raise NotImplementedError
