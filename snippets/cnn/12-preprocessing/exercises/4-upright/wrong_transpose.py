"""행과 열만 바꾸면 거울에 비친 그림이 된다."""

import numpy as np


def upright(image, orientation):
    image = np.asarray(image)
    if orientation in (6, 8):
        return image.swapaxes(0, 1)
    return image[::-1, ::-1] if orientation == 3 else image
