"""에폭이 아니라 그때의 손실을 돌려주었다."""


def early_stop(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return valid[best], epoch
