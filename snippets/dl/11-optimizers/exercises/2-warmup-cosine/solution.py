from math import cos, pi


def warmup_cosine(t: int, lr: float, warmup: int, total: int) -> float:
    """웜업 뒤 코사인으로 내려가는 학습률.

    t가 0에서 warmup까지: 0에서 lr까지 곧게 오른다
    t가 warmup에서 total까지: lr에서 0까지 반 바퀴의 코사인을 따라 내려간다
    t가 total을 넘으면: 0
    """
    if t < warmup:
        return lr * t / warmup
    part = min((t - warmup) / (total - warmup), 1)
    return lr * (1 + cos(pi * part)) / 2


for t in (0, 5, 10, 55, 100, 150):
    print(t, round(warmup_cosine(t, lr=0.4, warmup=10, total=100), 3))
