"""캐니 에지 검출을 한 걸음씩. 다 이으면 OpenCV의 cv2.Canny와 픽셀마다 같다.

기호: gx, gy 가로와 세로의 기울기, m 기울기의 크기.
출처: Canny (1986), A Computational Approach to Edge Detection
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays, scalars
from lessons.cnn.filters.correlation import correlate1d

# --8<-- [end:imports]

# --8<-- [start:TAN]
TAN = 13573 / 2**15  # tan 22.5°. OpenCV가 정수 계산에 쓰는 어림이다
# --8<-- [end:TAN]


# --8<-- [start:gradients]
def gradients(
    image: Array, apertureSize: int = 3, L2gradient: bool = False
) -> tuple[Array, Array, Array]:
    """소벨로 구한 기울기와 그 크기. 식 (2.9)

    반환: gx, gy, m. 저마다 (H, W)
    """
    x = arrays.finite("image", image, "H, W")
    L2gradient = scalars.flag("L2gradient", L2gradient)
    k = scalars.choice("apertureSize", apertureSize, (3, 5))
    smooth, slope = np.array([1]), np.array([-1, 0, 1])
    for _ in range(k - 3):
        slope = np.convolve(slope, [1, 1])
    for _ in range(k - 1):
        smooth = np.convolve(smooth, [1, 1])
    # OpenCV는 바깥을 가장 가까운 칸으로 채운다
    gx = gy = x
    for axis in (0, 1):
        gx = correlate1d(gx, slope if axis == 1 else smooth, axis, mode="nearest")
        gy = correlate1d(gy, slope if axis == 0 else smooth, axis, mode="nearest")
    m = np.sqrt(gx**2 + gy**2) if L2gradient else np.abs(gx) + np.abs(gy)
    return gx, gy, m
# --8<-- [end:gradients]


# --8<-- [start:thin]
def thin(gx: Array, gy: Array, m: Array) -> Array:
    """기울기의 방향으로 앞뒤의 두 이웃보다 큰 칸만 남긴다. 나머지는 0이다.

    gx, gy, m: gradients가 돌려준 것. 반환: (H, W)
    """
    gx, gy = arrays.finite("gx", gx, "H, W"), arrays.finite("gy", gy, "H, W")
    m = arrays.finite("m", m, "H, W")
    arrays.same_shape(gx=gx, gy=gy, m=m)
    around = np.pad(m, 1)  # 그림의 바깥은 크기가 0이라고 본다
    height, width = m.shape

    def at(down: int, right: int) -> Array:
        return around[1 + down : 1 + down + height, 1 + right : 1 + right + width]

    across, along = np.abs(gx), np.abs(gy)
    flat, steep = along < TAN * across, along > (TAN + 2) * across
    falling = (gx < 0) == (gy < 0)  # ↘ 쪽이면 참, ↗ 쪽이면 거짓
    before = np.where(falling, at(-1, -1), at(-1, 1))
    after = np.where(falling, at(1, 1), at(1, -1))
    keep = np.select(
        [flat, steep],
        [(m > at(0, -1)) & (m >= at(0, 1)), (m > at(-1, 0)) & (m >= at(1, 0))],
        (m > before) & (m > after),
    )
    return np.where(keep, m, 0.0)
# --8<-- [end:thin]


# --8<-- [start:connect]
def connect(strong: Array, weak: Array) -> Array:
    """강한 칸에서 시작해, 여덟 이웃으로 닿는 약한 칸까지 잇는다.

    strong, weak: (H, W) 참거짓
    """
    strong = arrays.mask("strong", strong, "H, W")
    weak = arrays.mask("weak", weak, "H, W")
    arrays.same_shape(strong=strong, weak=weak)
    edges = np.pad(strong, 1)
    free = np.pad(weak, 1) & ~edges
    stack = list(zip(*np.nonzero(edges), strict=True))
    while stack:
        i, j = stack.pop()
        for u, v in np.argwhere(free[i - 1 : i + 2, j - 1 : j + 2]):
            near = i - 1 + u, j - 1 + v
            edges[near], free[near] = True, False
            stack.append(near)
    return edges[1:-1, 1:-1]
# --8<-- [end:connect]


# --8<-- [start:canny]
def canny(
    image: Array,
    threshold1: float,
    threshold2: float,
    apertureSize: int = 3,
    L2gradient: bool = False,
) -> Array:
    """에지면 255, 아니면 0. 흐리기는 하지 않으므로 먼저 흐려서 넘긴다.

    image: (H, W) 밝기. 작은 쪽이 약한 문턱값이다
    반환: (H, W) uint8
    """
    low, high = sorted(
        scalars.number(name, t, 0)
        for name, t in (("threshold1", threshold1), ("threshold2", threshold2))
    )
    m = thin(*gradients(image, apertureSize, L2gradient))
    return np.where(connect(m > high, m > low), 255, 0).astype(np.uint8)
# --8<-- [end:canny]
