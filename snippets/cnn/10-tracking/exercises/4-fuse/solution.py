def fuse(x: float, P: float, z: float, R: float) -> tuple[float, float]:
    """예측 x(분산 P)와 측정 z(분산 R)를 섞은 값과 그 분산."""
    K = P / (P + R)
    return x + K * (z - x), (1 - K) * P


x, P = fuse(10, 4, 13, 2)
print(f"{x:.2f} {P:.2f}")
