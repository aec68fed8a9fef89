"""한 에폭을 더 참았다."""


def early_stop(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        if epoch - best > patience:
            break
    return best, epoch
