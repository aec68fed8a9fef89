import numpy as np

from lessons import Array


def lion_step(
    w: Array,
    g: Array,
    m: Array,
    lr: float = 1e-4,
    betas: tuple[float, float] = (0.9, 0.99),
    weight_decay: float = 0.0,
) -> tuple[Array, Array]:
    """Lion의 한 걸음.

    w, g, m: 모양이 같은 가중치, 기울기, 모멘텀. 바꾸지 않는다
    반환: 새 가중치와 새 모멘텀
    """
    raise NotImplementedError


w, m = np.array([1.0, -2.0, 3.0]), np.zeros(3)
