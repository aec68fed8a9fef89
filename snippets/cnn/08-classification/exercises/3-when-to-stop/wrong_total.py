"""나아지면 세던 것을 0으로 되돌린다."""


def when_to_stop(losses, patience):
    best, at, waited = float("inf"), 0, 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, at = loss, epoch
        else:
            waited += 1
            if waited >= patience:
                return epoch, at
    return len(losses) - 1, at
