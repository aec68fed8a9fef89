"""축을 옮기지 않고 모양만 바꾸었다."""

import numpy as np


def unpatchify(patches, image_size, patch_size):
    return np.reshape(patches, (-1, *image_size))
