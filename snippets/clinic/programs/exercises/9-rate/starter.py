def rate(t: int, base: float, per_epoch: int, decay: float) -> float:
    """t걸음의 학습률. 에폭이 끝날 때마다 decay배로 줄인다.

    t: 0부터 세는 걸음, per_epoch: 한 에폭의 걸음 수
    반환: 첫 에폭에서는 base
    """
    raise NotImplementedError
    return base * decay**t
