"""첫 에폭부터 줄어 있다."""


def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    return base * decay ** (t // per_epoch + 1)
