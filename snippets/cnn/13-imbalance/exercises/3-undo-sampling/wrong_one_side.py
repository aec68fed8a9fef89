"""음성 쪽의 비율을 고치지 않았다."""


def undo_sampling(p, old, new):
    yes = p * new / old
    return yes / (yes + (1 - p))
