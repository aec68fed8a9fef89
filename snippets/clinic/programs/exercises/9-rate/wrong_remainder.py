"""나머지 %가 아니라 몫 //이다."""


def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    return base * decay ** (t % per_epoch)
