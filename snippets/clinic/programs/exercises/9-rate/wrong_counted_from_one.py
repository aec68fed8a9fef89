"""한 걸음 일찍 줄어든다."""


def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    return base * decay ** ((t + 1) // per_epoch)
