"""멈춘 뒤의 손실까지 보고 골랐다."""


def early_stop(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return valid.index(min(valid)), epoch
