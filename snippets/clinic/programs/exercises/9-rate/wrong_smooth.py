"""에폭의 사이에서도 조금씩 줄어든다."""


def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    return base * decay ** (t / per_epoch)
