"""old와 new를 바꾸어 썼다."""


def undo_sampling(p, old, new):
    yes, no = p * old / new, (1 - p) * (1 - old) / (1 - new)
    return yes / (yes + no)
