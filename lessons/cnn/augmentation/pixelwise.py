"""값을 바꾸는 증강: 물체의 자리는 그대로이므로 상자와 마스크도 그대로다.

이름과 인자는 torchvision.transforms.functional과 같다. uint8이면 0–255, 실수면 0–1이다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, scalars
from lessons.cnn.augmentation.sample import like, picture
from lessons.cnn.filters.correlation import correlate1d
from lessons.cnn.filters.smoothing import gaussian_kernel1d

# --8<-- [end:imports]

# --8<-- [start:colour]
GREY = np.array([0.299, 0.587, 0.114])


def top(image: np.ndarray) -> float:
    """가장 밝은 값."""
    return 255.0 if image.dtype == np.uint8 else 1.0


def blend(image: np.ndarray, other: Array, factor: float) -> np.ndarray:
    """factor가 1이면 image, 0이면 other, 1을 넘으면 other에서 더 멀리. 식 (15.6)"""
    f = scalars.number("factor", factor, 0)
    return like((f * image + (1 - f) * other).clip(0, top(image)), image)


def grey(image: np.ndarray) -> Array:
    """채널이 셋이면 밝기 하나로. (H, W, 1)이나 받은 그대로"""
    three = image.ndim == 3 and image.shape[2] == 3
    return (image @ GREY)[..., None] if three else image.astype(float)


def adjust_brightness(image: ArrayLike, brightness_factor: float) -> np.ndarray:
    """검정과 섞는다."""
    x = picture("image", image)
    return blend(x, np.zeros(1), brightness_factor)


def adjust_contrast(image: ArrayLike, contrast_factor: float) -> np.ndarray:
    """사진의 평균 밝기 하나로 칠한 것과 섞는다."""
    x = picture("image", image)
    return blend(x, grey(x).mean(), contrast_factor)


def adjust_saturation(image: ArrayLike, saturation_factor: float) -> np.ndarray:
    """흑백 사진과 섞는다."""
    x = picture("image", image)
    return blend(x, grey(x), saturation_factor)
# --8<-- [end:colour]


# --8<-- [start:blur]
def gaussian_blur(image: ArrayLike, kernel_size: int, sigma: float) -> np.ndarray:
    """한 변이 kernel_size인 가우시안으로 흐린다. 바깥은 끝 칸을 축으로 비춘다.

    uint8도 실수로 계산해 끝에 한 번만 반올림한다. OpenCV는 uint8이면 커널을
    1/256의 배수로 반올림해 정수로 계산하므로 두 눈금까지 다를 수 있다
    """
    x = picture("image", image)
    kernel_size = scalars.count("kernel_size", kernel_size)
    scalars.choice("kernel_size % 2", kernel_size % 2, (1,))
    k = gaussian_kernel1d(scalars.number("sigma", sigma, above=0), kernel_size // 2)
    y = x.astype(float)
    for axis in (0, 1):
        y = correlate1d(y, k, axis, mode="mirror")
    return like(y, x)
# --8<-- [end:blur]


# --8<-- [start:noise]
def gaussian_noise(
    image: ArrayLike, sigma: float = 0.1, *, rng: np.random.Generator
) -> np.ndarray:
    """가장 밝은 값의 sigma배를 표준편차로 하는 잡음을 더한다."""
    x, sigma = picture("image", image), scalars.number("sigma", sigma, 0)
    noise = scalars.generator("rng", rng).normal(size=x.shape)
    return like((x + sigma * top(x) * noise).clip(0, top(x)), x)


def erase(
    image: ArrayLike, i: int, j: int, h: int, w: int, v: float = 0.0
) -> np.ndarray:
    """왼쪽 위가 (i, j)인 h×w 칸을 v로 덮는다. Cutout이 하는 일이다."""
    y = picture("image", image).copy()
    i, j = scalars.count("i", i, 0), scalars.count("j", j, 0)
    h, w = scalars.count("h", h), scalars.count("w", w)
    y[i : i + h, j : j + w] = scalars.number("v", v, 0, top(y))
    return y
# --8<-- [end:noise]
