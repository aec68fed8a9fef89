"""양성 쪽만 고쳤다."""


def undo_sampling(p, old, new):
    return p * new / old
