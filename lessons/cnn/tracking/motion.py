"""상자의 움직임: SORT가 칼만 필터에 넣는 상태와 그 상수.

상태 x는 (cx, cy, s, r, vx, vy, vs)다. 중심, 넓이 s, 가로세로비 r과 앞의 셋의 속도다.
가로세로비는 바뀌지 않는다고 본다. 단위는 픽셀과 프레임이다.
출처: Bewley 외 (2016). 잡음의 크기는 그 공개 코드의 값이다
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real
from lessons.cnn.detection.boxes import as_boxes

# --8<-- [end:imports]

# --8<-- [start:constants]
F = np.eye(7) + np.eye(7, k=4)  # cx ← cx + vx, cy ← cy + vy, s ← s + vs
H = np.eye(4, 7)  # 재는 것은 앞의 넷이다
R = np.diag([1.0, 1, 10, 10])  # 검출이 흔들리는 정도
Q = np.diag([1, 1, 1, 1, 0.01, 0.01, 0.0001])  # 움직임이 바뀌는 정도
P0 = np.diag([10.0, 10, 10, 10, 1e4, 1e4, 1e4])  # 처음에는 속도를 모른다
TINY = 1e-6
# --8<-- [end:constants]


# --8<-- [start:to_state]
def to_measurement(boxes: ArrayLike) -> Array:
    """xyxy 상자 (N, 4)를 (cx, cy, s, r)로."""
    x1, y1, x2, y2 = as_boxes("boxes", boxes).T
    w, h = (x2 - x1).clip(TINY), (y2 - y1).clip(TINY)
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, w * h, w / h], axis=1)


def to_boxes(x: ArrayLike) -> Array:
    """상태 (N, 4)나 (N, 7)을 xyxy 상자 (N, 4)로. 넓이가 0 아래로 내려가면 점이 된다."""
    cx, cy, s, r = real("x", x, "N, D").T[:4]
    w = np.sqrt(s.clip(TINY**2) * r.clip(TINY))
    h = s.clip(TINY**2) / w
    return np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1)
# --8<-- [end:to_state]
