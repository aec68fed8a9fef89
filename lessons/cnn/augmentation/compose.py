"""증강을 확률 p와 씨앗으로 잇는다. 이름은 albumentations와 같다."""

# --8<-- [start:imports]
from dataclasses import dataclass, replace

import numpy as np

from lessons import scalars
from lessons.cnn.augmentation import pixelwise
from lessons.cnn.augmentation.geometric import affine_matrix, flip_matrix, move
from lessons.cnn.augmentation.sample import Sample

# --8<-- [end:imports]


# --8<-- [start:Transform]
@dataclass(frozen=True)
class Transform:
    """부를 때마다 확률 p로 change를 한다. 하지 않으면 받은 것을 그대로 돌려준다."""

    p: float = 0.5

    def __post_init__(self):
        scalars.number("p", self.p, 0, 1)

    def __call__(self, sample: Sample, *, rng: np.random.Generator) -> Sample:
        scalars.instance("sample", sample, Sample)
        go = scalars.generator("rng", rng).random() < self.p
        return self.change(sample, rng) if go else sample

    def change(self, sample: Sample, rng: np.random.Generator) -> Sample:
        raise NotImplementedError
# --8<-- [end:Transform]


# --8<-- [start:geometric]
@dataclass(frozen=True)
class HorizontalFlip(Transform):
    """좌우로 뒤집는다."""

    def change(self, sample, rng):
        return move(sample, flip_matrix(sample.size, "horizontal"))


@dataclass(frozen=True)
class VerticalFlip(Transform):
    """위아래로 뒤집는다."""

    def change(self, sample, rng):
        return move(sample, flip_matrix(sample.size, "vertical"))


@dataclass(frozen=True)
class Affine(Transform):
    """배율, 옮기기(한 변의 몫), 돌리기(도), 기울이기(도)를 저마다 고르게 뽑는다."""

    scale: float = 0.1
    translate_percent: float = 0.1
    rotate: float = 15.0
    shear: float = 0.0
    min_visibility: float = 0.0

    def change(self, sample, rng):
        H, W = sample.size
        u = rng.uniform(-1, 1, 6)
        shift = self.translate_percent * u[:2] * (W, H)
        scale, shear = 1 + self.scale * u[2], self.shear * u[3:5]
        M = affine_matrix(sample.size, self.rotate * u[5], shift, scale, shear)
        return move(sample, M, min_visibility=self.min_visibility)


@dataclass(frozen=True)
class Rotate(Transform):
    """limit도 안에서 돌린다."""

    limit: float = 90.0
    min_visibility: float = 0.0

    def change(self, sample, rng):
        M = affine_matrix(sample.size, self.limit * rng.uniform(-1, 1))
        return move(sample, M, min_visibility=self.min_visibility)


@dataclass(frozen=True)
class RandomCrop(Transform):
    """아무 데나 height×width를 오려 낸다."""

    height: int = 1
    width: int = 1
    min_visibility: float = 0.0

    def change(self, sample, rng):
        (H, W), size = sample.size, (self.height, self.width)
        h = scalars.count("height", self.height, 1, H)
        w = scalars.count("width", self.width, 1, W)
        y, x = rng.integers(H - h + 1), rng.integers(W - w + 1)
        M = np.array([[1.0, 0, -x], [0, 1, -y], [0, 0, 1]])
        return move(sample, M, size, min_visibility=self.min_visibility)
# --8<-- [end:geometric]


# --8<-- [start:pixelwise]
@dataclass(frozen=True)
class GaussianBlur(Transform):
    """표준편차를 sigma_limit 사이에서 뽑아 흐린다."""

    sigma_limit: tuple[float, float] = (0.5, 3.0)

    def change(self, sample, rng):
        sigma = rng.uniform(*self.sigma_limit)
        size = 2 * int(3 * sigma + 0.5) + 1
        image = pixelwise.gaussian_blur(sample.image, size, sigma)
        return replace(sample, image=image)


@dataclass(frozen=True)
class ColorJitter(Transform):
    """밝기, 대비, 채도의 f를 1에서 그만큼까지 벗어나게 뽑는다. 식 (15.6)"""

    brightness: float = 0.2
    contrast: float = 0.2
    saturation: float = 0.2

    def change(self, sample, rng):
        b, c, s = rng.uniform(-1, 1, 3)
        image = pixelwise.adjust_brightness(sample.image, 1 + self.brightness * b)
        image = pixelwise.adjust_contrast(image, 1 + self.contrast * c)
        image = pixelwise.adjust_saturation(image, 1 + self.saturation * s)
        return replace(sample, image=image)


@dataclass(frozen=True)
class GaussNoise(Transform):
    """가장 밝은 값의 sigma배를 표준편차로 하는 잡음을 더한다."""

    sigma: float = 0.1

    def change(self, sample, rng):
        image = pixelwise.gaussian_noise(sample.image, self.sigma, rng=rng)
        return replace(sample, image=image)


@dataclass(frozen=True)
class CoarseDropout(Transform):
    """한 변이 사진의 size배인 구멍 하나. Cutout이다."""

    size: float = 0.25
    fill: float = 0.0

    def change(self, sample, rng):
        h, w = (max(round(self.size * n), 1) for n in sample.size)
        H, W = sample.size
        i, j = rng.integers(H - h + 1), rng.integers(W - w + 1)
        image = pixelwise.erase(sample.image, i, j, h, w, self.fill)
        return replace(sample, image=image)
# --8<-- [end:pixelwise]


# --8<-- [start:Compose]
@dataclass(frozen=True)
class Compose:
    """차례로 지난다. 확률 p로 통째로 하거나 하지 않는다. 배열을 주면 배열이 나온다."""

    transforms: tuple | list
    p: float = 1.0

    def __post_init__(self):
        scalars.instance("transforms", self.transforms, (tuple, list), "목록")
        for step in self.transforms:
            scalars.instance("transforms", step, (Transform, Compose), "증강")
        scalars.number("p", self.p, 0, 1)

    def __call__(self, sample, *, rng: np.random.Generator):
        if not isinstance(sample, Sample):
            return self(Sample(sample), rng=rng).image
        if scalars.generator("rng", rng).random() < self.p:
            for step in self.transforms:
                sample = step(sample, rng=rng)
        return sample
# --8<-- [end:Compose]
