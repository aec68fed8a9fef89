"""한 에폭을 더 참았다."""


def early_stop(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid[:-1]):
        if loss < valid[best]:
            best = epoch
        if epoch - best > patience:
            return best, epoch
    return best, len(valid) - 1
