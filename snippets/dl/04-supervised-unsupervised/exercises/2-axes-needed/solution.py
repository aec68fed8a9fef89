import numpy as np

from lessons import Array
from lessons.datasets import load_digits
from lessons.dl.pca import PCA


def axes_needed(ratio: Array, share: float) -> int:
    """분산의 몫이 share 이상 남는 가장 적은 축의 수.

    ratio: (D,) 큰 것부터 늘어놓은 분산의 몫, 합이 1
    share: 0보다 크고 1보다 작은 수
    """
    return int(np.argmax(np.cumsum(ratio) >= share)) + 1


print(axes_needed(np.array([0.5, 0.25, 0.125, 0.125]), 0.75))
ratio = PCA().fit(load_digits()[0]).explained_variance_ratio_
print([axes_needed(ratio, share) for share in (0.5, 0.9, 0.95)])
