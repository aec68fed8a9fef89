"""키 프레임 사이의 상자를 곧은 선으로 채운다. 영상에 레이블을 다는 품을 줄인다."""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers

# --8<-- [end:imports]


# --8<-- [start:interpolate]
def interpolate(keys: ArrayLike, boxes: ArrayLike, frames: ArrayLike) -> Array:
    """키 프레임의 상자에서 frames의 상자를 어림한다. 식 (10.13)

    keys: (K,) 키 프레임의 번호, 커지는 차례, boxes: (K, 4), frames: (T,) 채울 프레임
    반환: (T, 4). 첫 키의 앞과 마지막 키의 뒤는 NaN이다. 본 적이 없기 때문이다
    """
    keys = integers("keys", keys, "K")
    boxes = finite("boxes", boxes, "K, 4", K=len(keys))
    frames = integers("frames", frames, "T")
    if (np.diff(keys) <= 0).any():
        raise ValueError("keys: 키 프레임의 번호를 커지는 차례로, 한 번씩만 넣는다.")
    known = [np.interp(frames, keys, b, left=np.nan, right=np.nan) for b in boxes.T]
    return np.stack(known, axis=1)
# --8<-- [end:interpolate]
