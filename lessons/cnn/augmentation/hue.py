"""색상을 바꾸는 증강: 섞지 않고 색상환을 돌린다.

이름과 인자는 torchvision.transforms.functional.adjust_hue와 같다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import scalars
from lessons.cnn.augmentation.pixelwise import top
from lessons.cnn.augmentation.sample import like, picture
from lessons.cnn.preprocessing.colour import hsv_to_rgb, rgb_to_hsv

# --8<-- [end:imports]


# --8<-- [start:adjust_hue]
def adjust_hue(image: ArrayLike, hue_factor: float) -> np.ndarray:
    """색상환을 hue_factor바퀴 돌린다. −0.5부터 0.5까지. 한 채널이면 그대로다."""
    x = picture("image", image)
    turn = scalars.number("hue_factor", hue_factor, -0.5, 0.5)
    if x.shape[2:] != (3,):
        return x
    H, S, V = np.moveaxis(rgb_to_hsv(x / top(x)), -1, 0)
    return like(top(x) * hsv_to_rgb(np.stack([(H + turn) % 1, S, V], axis=-1)), x)
# --8<-- [end:adjust_hue]
