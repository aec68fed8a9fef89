"""Grad-CAM: 모델이 그림의 어디를 보고 그 클래스라고 했는지 기울기로 그린다.

기호: A (N, C, H, W) 특성 맵, y 고른 클래스의 로짓
출처: Selvaraju 외 (2017)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import finite, integers, same_shape
from lessons.scalars import counts, instance, number

# --8<-- [end:imports]


# --8<-- [start:grad_cam]
def grad_cam(A: ArrayLike, dA: ArrayLike) -> Array:
    """특성 맵을 기울기의 평균으로 섞는다. 식 (8.10), (8.11)

    A: (N, C, H, W) 특성 맵, dA: 고른 클래스의 로짓을 A로 미분한 것
    반환: (N, H, W), 0 이상
    """
    A, dA = finite("A", A, "N, C, H, W"), finite("dA", dA, "N, C, H, W")
    same_shape(A=A, dA=dA)
    alpha = dA.mean(axis=(2, 3))
    return np.maximum(np.einsum("nc,nchw->nhw", alpha, A), 0)
# --8<-- [end:grad_cam]


# --8<-- [start:explain]
def explain(
    features: nn.Module, head: nn.Module, x: ArrayLike, target: ArrayLike | None = None
) -> tuple[Array, Array]:
    """그림마다 (Grad-CAM, 로짓). 평가 상태의 모델을 넣는다.

    features: (N, C, H, W) 그림을 특성 맵으로, head: 특성 맵을 (N, K) 로짓으로
    target: (N,) 볼 클래스. None이면 모델이 고른 것
    """
    x = finite("x", x, "N, C, H, W")
    A = instance("features", features, nn.Module)(x)
    z = instance("head", head, nn.Module)(A)
    chosen = z.data.argmax(axis=1) if target is None else target
    N, K = z.shape
    chosen = integers("target", chosen, "N", N=N, low=0, high=K - 1)
    z.backward(np.eye(K)[chosen])
    for part in (features, head):
        part.zero_grad()
    return grad_cam(A.data, A.grad), z.data
# --8<-- [end:explain]


# --8<-- [start:pointing_game]
def pointing_game(
    cam: ArrayLike, boxes: ArrayLike, size: ArrayLike, tolerance: float = 0.0
) -> np.ndarray:
    """가장 뜨거운 칸의 한가운데가 물체의 상자 안에 드는가.

    cam: (N, H, W), boxes: (N, 4) xyxy 픽셀, size: 그림의 (세로, 가로)
    tolerance: 상자를 사방으로 넓히는 픽셀
    반환: (N,) 참거짓. 모두 0인 지도는 가리킨 것이 없어 거짓이다
    출처: Zhang 외 (2016)
    """
    cam = finite("cam", cam, "N, H, W")
    boxes = finite("boxes", boxes, "N, 4", N=len(cam))
    cells = np.array(counts("size", size, size=2)) / cam.shape[1:]
    flat = cam.reshape(len(cam), -1)
    i, j = np.unravel_index(flat.argmax(axis=1), cam.shape[1:])
    y, x = (i + 0.5) * cells[0], (j + 0.5) * cells[1]
    t = number("tolerance", tolerance, 0)
    x1, y1, x2, y2 = boxes.T
    inside = (x1 - t <= x) & (x <= x2 + t) & (y1 - t <= y) & (y <= y2 + t)
    return inside & (flat.max(axis=1) > 0)
# --8<-- [end:pointing_game]
