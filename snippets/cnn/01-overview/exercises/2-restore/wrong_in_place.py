"""받은 shuffled를 바꾸었다."""


def restore(shuffled, order):
    flat = shuffled.reshape(len(shuffled), -1)
    flat[:, order] = flat.copy()
    return flat.reshape(shuffled.shape)
