"""같은 값도 나아진 것으로 쳤다."""


def when_to_stop(losses, patience):
    best, at = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss <= best:
            best, at = loss, epoch
        elif epoch - at >= patience:
            return epoch, at
    return len(losses) - 1, at
