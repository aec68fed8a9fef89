import numpy as np

from lessons import Array


def axes_needed(ratio: Array, share: float) -> int:
    """분산의 몫이 share 이상 남는 가장 적은 축의 수.

    ratio: (D,) 큰 것부터 늘어놓은 분산의 몫, 합이 1
    share: 0보다 크고 1보다 작은 수
    """
    raise NotImplementedError


ratio = np.array([0.5, 0.25, 0.125, 0.125])
