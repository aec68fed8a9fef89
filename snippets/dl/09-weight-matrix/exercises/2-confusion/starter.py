import numpy as np
from numpy.typing import ArrayLike


def confusion(y_true: ArrayLike, y_pred: ArrayLike, num_classes: int) -> np.ndarray:
    """정답이 i인데 j라고 답한 샘플의 수를 i행 j열에 센다.

    y_true, y_pred: (N,) 0부터 num_classes - 1까지의 정수
    반환: (num_classes, num_classes) 정수
    """
    raise NotImplementedError


y_true, y_pred = [2, 0, 1, 2], [2, 0, 0, 1]
