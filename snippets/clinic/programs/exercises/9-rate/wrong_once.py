"""한 번만 줄였다."""


def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    return base * (decay if t >= per_epoch else 1)
