"""걸음마다 줄어든다. 에폭이 끝났을 때만 줄인다."""


def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    return base * decay**t
