"""전처리를 값으로 적는다. 학습과 추론이 같은 것을 쓰고, 모델과 함께 남긴다."""

# --8<-- [start:imports]
import json
from dataclasses import asdict, dataclass

import numpy as np

from lessons import Array, arrays, scalars
from lessons.cnn.preprocessing.frame import center_crop
from lessons.cnn.preprocessing.normalize import normalize
from lessons.cnn.preprocessing.resize import MODES, resize

# --8<-- [end:imports]


# --8<-- [start:steps]
@dataclass(frozen=True)
class Resize:
    """(H, W, C)를 (size, size, C)로."""

    size: int
    mode: str = "bilinear"
    antialias: bool = True

    def __post_init__(self):
        scalars.count("size", self.size)
        scalars.choice("mode", self.mode, MODES)
        scalars.flag("antialias", self.antialias)

    def __call__(self, image: Array) -> Array:
        return resize(image, self.size, self.mode, antialias=self.antialias)


@dataclass(frozen=True)
class CenterCrop:
    """(H, W, C)의 가운데 (size, size, C)."""

    size: int

    def __post_init__(self):
        scalars.count("size", self.size)

    def __call__(self, image: Array) -> Array:
        return center_crop(image, self.size)


@dataclass(frozen=True)
class ToFloat:
    """(H, W, C)를 high로 나누어 (C, H, W)로."""

    high: float = 255

    def __post_init__(self):
        scalars.number("high", self.high, above=0)

    def __call__(self, image: Array) -> Array:
        x = arrays.finite("image", image, "H, W, C")
        return np.moveaxis(x, -1, 0) / self.high


@dataclass(frozen=True)
class Normalize:
    """(C, H, W)에서 채널마다 mean을 빼고 std로 나눈다."""

    mean: tuple[float, ...]
    std: tuple[float, ...]

    def __post_init__(self):
        for name in ("mean", "std"):  # 배열도 받아 JSON에 적을 수로 둔다
            values = arrays.finite(name, getattr(self, name), "C")
            object.__setattr__(self, name, tuple(values.tolist()))

    def __call__(self, image: Array) -> Array:
        return normalize(image, self.mean, self.std)
# --8<-- [end:steps]


# --8<-- [start:Compose]
STEPS = {step.__name__: step for step in (Resize, CenterCrop, ToFloat, Normalize)}


class Compose:
    """단계들을 차례로 지난다. 글로 적었다가 그대로 되살린다."""

    def __init__(self, transforms: list) -> None:
        steps = scalars.instance("transforms", transforms, (list, tuple), "목록")
        self.transforms = list(steps)
        for step in self.transforms:
            scalars.instance("transforms", step, tuple(STEPS.values()), "STEPS의 단계")

    def __call__(self, image: Array) -> Array:
        """그림 한 장 (H, W, C)을 신경망이 받을 (C, h, w)로."""
        for step in self.transforms:
            image = step(image)
        return image

    def to_json(self) -> str:
        """이름과 값만 적은 글."""
        return json.dumps(
            [{"name": type(step).__name__, **asdict(step)} for step in self.transforms]
        )

    @classmethod
    def from_json(cls, text: str) -> "Compose":
        """to_json이 적은 것을 되살린다."""
        steps = []
        for step in json.loads(scalars.text("text", text)):
            name = scalars.choice("name", step.pop("name", None), list(STEPS))
            steps.append(STEPS[name](**step))
        return cls(steps)
# --8<-- [end:Compose]
