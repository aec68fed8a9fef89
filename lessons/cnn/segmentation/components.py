"""이어진 덩어리에 번호를 붙인다. 의미 분할을 인스턴스로 나누는 가장 단순한 방법이다."""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import arrays

# --8<-- [end:imports]


# --8<-- [start:label]
def label(mask: ArrayLike) -> tuple[np.ndarray, int]:
    """위아래와 양옆으로 이어진 덩어리마다 1부터 번호를 붙인다.

    scipy.ndimage.label과 같다.
    mask: (H, W) 참거짓
    반환: (H, W) 번호(바탕은 0)와 덩어리의 수. 왼쪽 위에서 먼저 만나는 것이 1이다
    """
    mask = arrays.mask("mask", mask, "H, W")
    names = np.where(mask, np.arange(mask.size).reshape(mask.shape), mask.size)
    before = None
    while before is None or (names != before).any():
        before, p = names, np.pad(names, 1, constant_values=mask.size)
        around = np.minimum.reduce(
            [p[1:-1, 1:-1], p[:-2, 1:-1], p[2:, 1:-1], p[1:-1, :-2], p[1:-1, 2:]]
        )
        names = np.where(mask, around, mask.size)  # 이웃의 가장 작은 이름을 받는다
    kept = np.unique(names[mask])
    return np.where(mask, np.searchsorted(kept, names) + 1, 0), len(kept)
# --8<-- [end:label]
