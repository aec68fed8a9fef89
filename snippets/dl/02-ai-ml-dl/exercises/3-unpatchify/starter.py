import numpy as np

from lessons import Array
from lessons.dl.vit import patchify


def unpatchify(patches: Array, image_size: tuple[int, int, int], patch_size: int):
    """patchify가 자른 조각을 다시 이미지로 맞춘다.

    patches: (N, T, C·P·P), image_size: (C, H, W)
    반환: (N, C, H, W)
    """
    raise NotImplementedError


images = np.arange(48).reshape(1, 2, 4, 6)
patches = patchify(images, 2)
