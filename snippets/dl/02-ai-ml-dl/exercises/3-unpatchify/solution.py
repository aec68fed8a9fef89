import numpy as np

from lessons import Array
from lessons.dl.vit import patchify


def unpatchify(patches: Array, image_size: tuple[int, int, int], patch_size: int):
    """patchify가 자른 조각을 다시 이미지로 맞춘다.

    patches: (N, T, C·P·P), image_size: (C, H, W)
    반환: (N, C, H, W)
    """
    (C, H, W), P = image_size, patch_size
    grid = np.reshape(patches, (-1, H // P, W // P, C, P, P))
    return grid.transpose(0, 3, 1, 4, 2, 5).reshape(-1, C, H, W)


images = np.arange(48).reshape(1, 2, 4, 6)
patches = patchify(images, 2)
print("조각:", patches.shape)
print("되돌린 것이 같은가:", np.array_equal(unpatchify(patches, (2, 4, 6), 2), images))
