"""연산 하나가 아니다."""

import numpy as np


def binary_loss(z, y):
    return ((1 + z.exp()).log() - np.array(y) * z).mean()
