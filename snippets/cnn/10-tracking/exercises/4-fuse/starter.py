def fuse(x: float, P: float, z: float, R: float) -> tuple[float, float]:
    """예측 x(분산 P)와 측정 z(분산 R)를 섞은 값과 그 분산."""
    raise NotImplementedError
