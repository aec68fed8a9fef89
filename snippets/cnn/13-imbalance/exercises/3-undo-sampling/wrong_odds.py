"""승산을 확률로 되돌리지 않았다."""


def undo_sampling(p, old, new):
    return p * new / old / ((1 - p) * (1 - new) / (1 - old))
