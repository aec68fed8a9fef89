"""작은 LeNet의 순전파와 역전파를 엔진 없이 적는다.

가중치는 lenet.small_lenet의 상태 사전과 같은 이름으로 받고, 기울기도 같은 이름으로
낸다. 합성곱은 "0"과 "2", 완전 연결층은 "6"과 "8"이다.
"""

# --8<-- [start:imports]
from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, integers, real
from lessons.cnn.backward import conv2d_backward, max_pool2d_backward
from lessons.cnn.conv.fast import conv2d
from lessons.cnn.pooling import max_pool2d
from lessons.dl.softmax import softmax
from lessons.scalars import instance

Weights = Mapping[str, Array]
# --8<-- [end:imports]


# --8<-- [start:forward]
def forward(p: Weights, x: ArrayLike) -> tuple[Array, list[Array]]:
    """로짓과, 역전파가 다시 쓸 중간값

    p: 이름마다의 가중치, x: (N, 1, 8, 8) 그림
    반환: z (N, K), [x, a1, a2, s, h]
    """
    instance("p", p, Mapping, "이름에서 가중치를 찾는 사전")
    x = finite("x", x, "N, 1, 8, 8")
    a1 = np.maximum(conv2d(x, p["0.weight"], p["0.bias"], padding=1), 0)
    a2 = np.maximum(conv2d(a1, p["2.weight"], p["2.bias"], padding=1), 0)
    s = max_pool2d(a2, 2).reshape(len(x), -1)
    h = np.maximum(s @ p["6.weight"].T + p["6.bias"], 0)
    return h @ p["8.weight"].T + p["8.bias"], [x, a1, a2, s, h]
# --8<-- [end:forward]


# --8<-- [start:backward]
def backward(p: Weights, kept: list[Array], dz: ArrayLike) -> dict[str, Array]:
    """forward를 아래에서 위로 읽는다. 반환: 이름마다의 기울기

    kept: forward가 남긴 것, dz: (N, K) 로짓의 기울기
    """
    x, a1, a2, s, h = kept
    dz, g = real("dz", dz, "N, K", N=len(x)), {}
    g["8.weight"], g["8.bias"] = dz.T @ h, dz.sum(axis=0)
    dh = (dz @ p["8.weight"]) * (h > 0)
    g["6.weight"], g["6.bias"] = dh.T @ s, dh.sum(axis=0)
    n, c, height, width = a2.shape
    ds = (dh @ p["6.weight"]).reshape(n, c, height // 2, width // 2)
    da2 = max_pool2d_backward(ds, a2, 2) * (a2 > 0)
    da1, g["2.weight"], g["2.bias"] = conv2d_backward(da2, a1, p["2.weight"], padding=1)
    dy = da1 * (a1 > 0)
    _, g["0.weight"], g["0.bias"] = conv2d_backward(dy, x, p["0.weight"], padding=1)
    return g
# --8<-- [end:backward]


# --8<-- [start:gradients]
def gradients(p: Weights, x: ArrayLike, target: ArrayLike) -> dict[str, Array]:
    """평균 교차 엔트로피의 기울기. 로짓의 기울기는 (예측 − 정답) / N이다."""
    z, kept = forward(p, x)
    y = integers("target", target, "N", N=len(z), low=0, high=z.shape[1] - 1)
    dz = softmax(z, axis=1)
    dz[np.arange(len(z)), y] -= 1
    return backward(p, kept, dz / len(z))
# --8<-- [end:gradients]
