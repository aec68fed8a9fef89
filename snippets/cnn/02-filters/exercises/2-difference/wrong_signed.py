"""절댓값을 씌우지 않아 음수가 나왔다."""


def difference(a, b):
    return a.astype(int) - b.astype(int)
