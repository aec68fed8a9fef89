"""한 번 더 섞었다."""


def restore(shuffled, order):
    return shuffled.reshape(len(shuffled), -1)[:, order].reshape(shuffled.shape)
