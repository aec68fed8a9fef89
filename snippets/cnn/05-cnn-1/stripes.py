# 허용 오차: 0.1
import numpy as np

from lessons import nn
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.training import accuracy
from lessons.dl.optimizers import Adam


def stripes(n, *, rng):
    """9×9 그림에 밝은 줄 하나. 세로면 0, 가로면 1이고 잡음을 섞는다."""
    X, y = rng.normal(scale=0.3, size=(n, 1, 9, 9)), rng.integers(2, size=n)
    for image, across, place in zip(X[:, 0], y, rng.integers(1, 8, n), strict=True):
        image[(place, slice(None)) if across else (slice(None), place)] += 1
    return X, y


class Model(nn.Module):
    def __init__(self, *, rng):
        self.kernels = Conv2d(1, 2, 3, rng=rng)
        self.head = nn.Linear(2, 2, rng=rng)

    def forward(self, x):
        # 커널마다 맵 한 장, 맵마다 평균 하나
        return self.head(nn.functional.relu(self.kernels(x)).mean(axis=(2, 3)))


def learn(seed):
    rng = np.random.default_rng(seed)
    (X, y), test = stripes(400, rng=rng), stripes(400, rng=rng)
    model = Model(rng=rng)
    optimizer = Adam(model.parameters(), lr=0.05)
    before = accuracy(model, *test)
    for _ in range(300):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(X), y).backward()
        optimizer.step()
    return model, before, accuracy(model, *test)


models, before, after = zip(*map(learn, range(3)), strict=True)
print(f"배우기 전 테스트 정확도: 평균 {np.mean(before):.2f}")
print(f"배운 뒤: 평균 {np.mean(after):.2f}, 최악 {min(after):.2f}")
print("첫 모델이 배운 두 커널")
print(np.round(models[0].kernels.weight.data[:, 0], 1))
