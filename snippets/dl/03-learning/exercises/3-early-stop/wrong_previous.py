"""바로 앞의 손실과 견주었다."""


def early_stop(valid, patience):
    best = worse = epoch = 0
    for epoch in range(1, len(valid)):
        worse = worse + 1 if valid[epoch] > valid[epoch - 1] else 0
        if valid[epoch] < valid[best]:
            best = epoch
        if worse >= patience:
            break
    return best, epoch
