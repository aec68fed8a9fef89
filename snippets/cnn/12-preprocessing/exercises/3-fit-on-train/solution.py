import numpy as np


def standardize(train, test):
    """(N, C, H, W) 둘을 채널마다 표준화해 돌려준다. 통계는 학습 데이터에서만 구한다.

    받은 것은 고치지 않는다
    """
    each = {"axis": (0, 2, 3), "keepdims": True}
    mean, std = train.mean(**each), train.std(**each)
    return (train - mean) / std, (test - mean) / std


rng = np.random.default_rng(0)
train = rng.uniform(0, 1, (50, 3, 4, 4))
test = rng.uniform(0, 0.5, (10, 3, 4, 4))  # 어두운 날에 찍었다
a, b = standardize(train, test)
print(f"학습 데이터의 평균 {abs(a.mean()):.2f}, 테스트 데이터의 평균 {b.mean():.2f}")
