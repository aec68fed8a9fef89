"""값의 범위를 맞춘다: 최소-최대와 표준화. 맞출 수는 학습 데이터에서만 구한다."""

# --8<-- [start:imports]
import numpy as np

from lessons import Array, arrays

# --8<-- [end:imports]


# --8<-- [start:min_max]
def min_max(x: Array) -> Array:
    """가장 작은 값을 0, 가장 큰 값을 1로. 값이 모두 같으면 모두 0이다. 식 (12.8)"""
    x = arrays.finite("x", x)
    span = np.ptp(x)
    return (x - x.min()) / (span if span else 1)
# --8<-- [end:min_max]


# --8<-- [start:normalize]
def channel_statistics(images: Array) -> tuple[Array, Array]:
    """채널마다 모든 그림의 모든 픽셀에서 구한 평균과 표준편차.

    images: (N, C, H, W)
    반환: 평균 (C,)와 표준편차 (C,)
    """
    X = arrays.finite("images", images, "N, C, H, W")
    return X.mean(axis=(0, 2, 3)), X.std(axis=(0, 2, 3))


def normalize(images: Array, mean: Array, std: Array) -> Array:
    """채널마다 mean을 빼고 std로 나눈다. 식 (12.9)

    images: (..., C, H, W), mean과 std: (C,). std는 0보다 커야 한다
    """
    X = arrays.finite("images", images, "..., C, H, W")
    mean = arrays.finite("mean", mean, "C", C=X.shape[-3])
    std = arrays.finite("std", std, "C", C=X.shape[-3], low=np.finfo(float).tiny)
    return (X - mean[:, None, None]) / std[:, None, None]
# --8<-- [end:normalize]
