"""편향과 분산: 훈련 데이터를 다시 뽑을 때 답이 어떻게 빗나가는가.

기호: Y_hat (S, N) 훈련 데이터 S벌로 배운 모델의 예측, f (N,) 맞혀야 할 값
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons.arrays import finite

# --8<-- [end:imports]


# --8<-- [start:bias_variance]
def bias_variance(Y_hat: ArrayLike, f: ArrayLike) -> tuple[float, float]:
    """편향의 제곱과 분산을 샘플끼리 평균한 것. 식 (14.1)

    Y_hat: (S, N), f: (N,). 출력이 여럿이면 (S, N, K)와 (N, K)
    반환: 편향², 분산. 더하면 꼭 제곱 오차의 평균이다
    오류: 모양이 다르거나 값이 없으면 ValueError
    """
    Y_hat = finite("Y_hat", Y_hat, "S, N | S, N, K")
    sizes = dict(zip("NK", Y_hat.shape[1:], strict=False))
    f = finite("f", f, ", ".join(sizes), **sizes)
    mean = Y_hat.mean(axis=0)
    bias = ((mean - f) ** 2).mean()
    variance = ((Y_hat - mean) ** 2).mean()
    return float(bias), float(variance)
# --8<-- [end:bias_variance]


# --8<-- [start:mean_interval]
# 자유도 1부터 9까지, t 분포의 97.5% 자리
T975 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262)


def mean_interval(values: ArrayLike) -> tuple[float, float]:
    """씨앗 2–10개의 평균과, 그 평균의 95% 신뢰 구간의 반 너비. 식 (14.8)

    values: (S,)
    오류: 값이 2개보다 적거나 10개보다 많으면 ValueError
    """
    values = finite("values", values, "S")
    S = len(values)
    if not 2 <= S <= 10:
        raise ValueError(f"values: 값을 2개부터 10개까지 넣는다. 받은 개수: {S}.")
    half = T975[S - 2] * values.std(ddof=1) / np.sqrt(S)
    return float(values.mean()), float(half)
# --8<-- [end:mean_interval]
