"""한 번 올랐다고 곧바로 멈췄다."""


def early_stop(valid, patience):
    for epoch in range(1, len(valid)):
        if valid[epoch] > valid[epoch - 1]:
            return epoch - 1, epoch
    return len(valid) - 1, len(valid) - 1
