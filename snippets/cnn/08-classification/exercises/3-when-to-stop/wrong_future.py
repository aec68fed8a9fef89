"""멈춘 뒤의 손실까지 보았다."""


def when_to_stop(losses, patience):
    best, at = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, at = loss, epoch
        elif epoch - at >= patience:
            return epoch, losses.index(min(losses))
    return len(losses) - 1, at
