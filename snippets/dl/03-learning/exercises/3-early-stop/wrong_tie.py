"""같은 값은 최저 기록을 깬 것이 아니다."""


def early_stop(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss <= valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch
