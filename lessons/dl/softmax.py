"""소프트맥스. 점수를 확률로 바꾸되 아무리 큰 수에서도 넘치지 않게 한다.

표기: z는 로짓, p = softmax(z)는 확률. axis를 따라 합이 1이다.
이름과 인수는 scipy.special을 따른다.
출처: Bridle (1990), Blanchard, Higham, Higham (2021)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import axes, finite, real, same_shape
from lessons.scalars import count, flag

# --8<-- [end:imports]


# --8<-- [start:shifted]
Axis = int | tuple[int, ...] | None


def shifted(z: ArrayLike, axis: Axis) -> tuple[Array, Array]:
    """가장 큰 로짓을 빼서 모두 0 이하로 만든다. 식 (14.5)

    z: 유한한 수이거나, 나올 수 없는 클래스라는 뜻의 -inf
    반환: 뺀 것과 가장 큰 로짓
    오류: 비었거나, axis를 따라 가장 큰 값이 유한하지 않으면 ValueError
    """
    z = real("로짓", z)
    top = z.max(axis=axes("axis", axis, z), keepdims=True, initial=-np.inf)
    if not z.size or not np.isfinite(top).all():
        raise ValueError(
            "로짓: 비었거나 NaN이나 inf가 있거나 모두 -inf다. "
            f"앞에서 넘친 곳을 찾아 고친다. 받은 모양: {z.shape}."
        )
    return z - top, top
# --8<-- [end:shifted]


# --8<-- [start:softmax]
def softmax(x: ArrayLike, axis: Axis = None) -> Array:
    """로짓을 확률로 바꾼다. 식 (14.6)

    axis: 합이 1이 될 축. None이면 모두 더해 1이다
    반환: x와 모양이 같고 0 이상인 배열
    """
    e = np.exp(shifted(x, axis)[0])
    return e / e.sum(axis=axis, keepdims=True)
# --8<-- [end:softmax]


# --8<-- [start:logsumexp]
def logsumexp(a: ArrayLike, axis: Axis = None, *, keepdims: bool = False) -> Array:
    """지수의 합에 로그를 씌운다. 식 (14.8)

    반환: axis가 사라진 배열. keepdims면 크기 1로 남는다
    """
    a, top = shifted(a, axis)
    out = top + np.log(np.exp(a).sum(axis=axis, keepdims=True))
    return out if flag("keepdims", keepdims) else out.squeeze(axis=axis)[()]


def log_softmax(x: ArrayLike, axis: Axis = None) -> Array:
    """소프트맥스의 로그. 확률이 0으로 반올림되는 곳에서도 정확하다. 식 (14.9)"""
    x, _ = shifted(x, axis)
    return x - logsumexp(x, axis=axis, keepdims=True)
# --8<-- [end:logsumexp]


# --8<-- [start:softmax_jacobian]
def softmax_jacobian(z: ArrayLike) -> Array:
    """로짓 하나하나가 확률 하나하나를 얼마나 바꾸는가. 식 (14.11)

    z: (K,), 반환: (K, K), i행 j열이 ∂p_i / ∂z_j
    오류: z가 1차원이 아니면 ValueError
    """
    p = softmax(real("z", z, "K"))
    return np.diag(p) - np.outer(p, p)


def softmax_backward(dp: ArrayLike, p: Array, axis: int = -1) -> Array:
    """확률 쪽의 기울기를 로짓 쪽으로 옮긴다. 야코비 행렬을 만들지 않는다. 식 (14.12)

    dp: 확률의 기울기, p: softmax가 낸 확률. 둘의 모양이 같다
    """
    dp, p = real("dp", dp), real("p", p)
    same_shape(dp=dp, p=p)
    return p * (dp - (dp * p).sum(axis=axes("axis", axis, p), keepdims=True))
# --8<-- [end:softmax_jacobian]


# --8<-- [start:expected_calibration_error]
def reliability(
    confidence: ArrayLike, correct: ArrayLike, bins: int = 10
) -> tuple[Array, Array, np.ndarray]:
    """말한 확률을 칸으로 나누고, 칸마다 말한 것과 맞힌 것을 견준다.

    confidence: (N,) 고른 클래스의 확률, correct: (N,) 맞혔으면 True
    반환: 칸마다 확률의 평균, 맞힌 비율, 샘플 수. 빈 칸의 평균과 비율은 0
    오류: 모양이 다르거나 비었거나 확률이 아니면 ValueError
    """
    confidence = finite("confidence", confidence, "N", low=0, high=1)
    correct = finite("correct", correct, "N", N=len(confidence), low=0, high=1)
    bins = count("bins", bins)
    which = np.maximum(np.ceil(confidence * bins).astype(int) - 1, 0)
    size = np.bincount(which, minlength=bins)
    told = np.bincount(which, weights=confidence, minlength=bins)
    right = np.bincount(which, weights=correct, minlength=bins)
    return told / np.maximum(size, 1), right / np.maximum(size, 1), size


def expected_calibration_error(
    confidence: ArrayLike, correct: ArrayLike, bins: int = 10
) -> float:
    """말한 확률과 맞힌 비율의 차이를 칸의 크기로 가중해 평균한다. 식 (14.13)

    출처: Guo 외 (2017), 2절
    """
    told, right, size = reliability(confidence, correct, bins)
    return float((size * np.abs(told - right)).sum() / size.sum())
# --8<-- [end:expected_calibration_error]
