import numpy as np

from lessons import Array
from lessons.dl.softmax import logsumexp


def log_sigmoid(z: Array) -> Array:
    """시그모이드의 로그. z가 −1000이어도 유한하다.

    z: (N,) 로짓
    반환: (N,)
    """
    return -logsumexp([np.zeros_like(z), -z], axis=0)


z = np.array([-1000.0, 0.0, 1000.0])
print(log_sigmoid(z).round(4) + 0.0)
