# 허용 오차: 0.01
import numpy as np

from lessons import nn
from lessons.artifacts import save
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.pooling import AvgPool2d, MaxPool2d
from lessons.cnn.training import accuracy, train_epoch
from lessons.datasets import load_digits
from lessons.dl.optimizers import Adam
from lessons.dl.schedules import CosineAnnealingLR
from lessons.dl.train_test_split import train_test_split

EPOCHS = 10


def build(kind, *, rng):
    stride = 2 if kind == "두 칸씩" else 1
    pool = {"최대": [MaxPool2d(2)], "평균": [AvgPool2d(2)]}.get(kind, [])
    side = 8 if kind == "없음" else 4
    return nn.Sequential(
        Conv2d(1, 8, 3, padding=1, rng=rng),
        nn.ReLU(),
        Conv2d(8, 16, 3, stride=stride, padding=1, rng=rng),
        nn.ReLU(),
        *pool,
        nn.Flatten(),
        nn.Linear(16 * side * side, 64, rng=rng),
        nn.ReLU(),
        nn.Linear(64, 10, rng=rng),
    )


def run(kind, seed):
    rng = np.random.default_rng(seed)
    X, y = load_digits()
    X_train, X_test, y_train, y_test = train_test_split(
        X.reshape(-1, 1, 8, 8) / 16, y, test_size=0.2, stratify=y, rng=rng
    )
    model = build(kind, rng=rng)
    optimizer = Adam(model.parameters(), lr=0.005)
    schedule = CosineAnnealingLR(optimizer, T_max=EPOCHS)
    for _ in range(EPOCHS):
        train_epoch(model, X_train, y_train, optimizer, 32, rng=rng)
        schedule.step()
    return model, accuracy(model, X_test, y_test)


found = {}
for kind in "최대", "평균", "두 칸씩", "없음":
    runs = [run(kind, seed) for seed in range(3)]
    found[kind] = scores = [score for _, score in runs]
    size = sum(p.data.size for p in runs[0][0].parameters())
    print(
        f"{kind:<5} 매개변수 {size:>6,}  "
        f"정확도 평균 {np.mean(scores):.3f}, 최악 {min(scores):.3f}"
    )
save("cnn/without_pooling", scores=np.array(list(found.values())))
