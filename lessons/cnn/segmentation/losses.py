"""픽셀마다 재는 손실 셋과 그 기울기: 교차 엔트로피, Dice, 초점 손실.

z는 (N, K, H, W) 로짓, target은 (N, H, W) 정답 번호다.
모두 (손실, 로짓의 기울기)를 돌려준다.
출처: Milletari 외 (2016), Lin 외 (2017)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers
from lessons.dl.softmax import log_softmax, softmax, softmax_backward
from lessons.scalars import number

# --8<-- [end:imports]


# --8<-- [start:pixels]
def pixels(z: ArrayLike, target: ArrayLike) -> tuple[Array, np.ndarray, np.ndarray]:
    """로짓, 정답, 정답의 원-핫 (N, K, H, W)."""
    z = finite("z", z, "N, K, H, W")
    N, K, H, W = z.shape
    target = integers(
        "target", target, "N, H, W", low=0, high=K - 1, N=N, H=H, W=W
    )
    return z, target, target[:, None] == np.arange(K)[:, None, None]
# --8<-- [end:pixels]


# --8<-- [start:pixel_cross_entropy]
def pixel_cross_entropy(
    z: ArrayLike, target: ArrayLike, weight: ArrayLike | None = None
) -> tuple[float, Array]:
    """픽셀마다의 교차 엔트로피를 평균한다. 식 (11.6)

    weight: (K,) 클래스마다의 무게. 무게를 곱하고 무게의 합으로 나눈다
    """
    z, target, Y = pixels(z, target)
    K = z.shape[1]
    weight = np.ones(K) if weight is None else weight
    w = finite("weight", weight, "K", low=0, K=K)[target][:, None]
    loss = -(w * Y * log_softmax(z, axis=1)).sum() / w.sum()
    return float(loss), w * (softmax(z, axis=1) - Y) / w.sum()
# --8<-- [end:pixel_cross_entropy]


# --8<-- [start:dice_loss]
def dice_loss(
    z: ArrayLike, target: ArrayLike, smooth: float = 1.0
) -> tuple[float, Array]:
    """1에서 클래스마다의 부드러운 Dice의 평균을 뺀다. 식 (11.7)

    smooth: 분자와 분모에 더하는 수. 없는 클래스에서 0으로 나누지 않게 한다
    """
    z, _, Y = pixels(z, target)
    s, P = number("smooth", smooth, above=0.0), softmax(z, axis=1)
    over = (0, 2, 3)
    top = 2 * (P * Y).sum(axis=over, keepdims=True) + s
    bottom = (P + Y).sum(axis=over, keepdims=True) + s
    dP = -(2 * Y - top / bottom) / bottom / z.shape[1]
    return float(1 - (top / bottom).mean()), softmax_backward(dP, P, axis=1)
# --8<-- [end:dice_loss]


# --8<-- [start:focal_loss]
def focal_loss(
    z: ArrayLike, target: ArrayLike, gamma: float = 2.0
) -> tuple[float, Array]:
    """교차 엔트로피에 (1 − 정답의 확률)의 gamma제곱을 곱해 평균한다. 식 (11.8)"""
    z, target, Y = pixels(z, target)
    g, P = number("gamma", gamma, 0.0), softmax(z, axis=1)
    log_p = (Y * log_softmax(z, axis=1)).sum(axis=1, keepdims=True)
    rest = -np.expm1(log_p)  # 1 − p를 자릿수를 잃지 않고
    slope = np.divide(log_p, rest, out=np.full_like(rest, -1.0), where=rest > 0)
    loss = -(rest**g * log_p).mean()
    dlog_p = rest**g * (g * np.exp(log_p) * slope - 1) / target.size
    return float(loss), dlog_p * (Y - P)
# --8<-- [end:focal_loss]
