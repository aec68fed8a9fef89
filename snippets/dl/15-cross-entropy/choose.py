# 허용 오차: 0.05
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import CrossEntropyLoss, cross_entropy
from lessons.dl.mlp import MLP
from lessons.dl.optimizers import AdamW
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR
from lessons.dl.train_test_split import train_test_split

EPOCHS, BATCH = 20, 32
split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)


def fit(lr, smoothing, rng):
    model = MLP((64, 128, 64, 10), rng=rng)
    loss_function = CrossEntropyLoss(label_smoothing=smoothing)
    optimizer = AdamW(model.parameters(), lr=lr)
    warmup = LinearLR(optimizer, start_factor=0.2, total_iters=2)
    cosine = CosineAnnealingLR(optimizer, T_max=EPOCHS - 2)
    schedule = SequentialLR(optimizer, [warmup, cosine], milestones=[2])
    for _ in range(EPOCHS):
        order = rng.permutation(len(X_train))
        for batch in np.array_split(order, len(order) // BATCH):
            optimizer.zero_grad()
            loss = loss_function(model(X_train[batch]), y_train[batch])
            loss.backward()
            optimizer.step()
        schedule.step()
    return model


def validate(lr, smoothing):
    """씨앗 셋을 평균한 보정 전과 뒤의 검증 손실, 검증 정확도"""
    scores = []
    for seed in range(3):
        z = fit(lr, smoothing, np.random.default_rng(seed))(X_val).data
        losses = [cross_entropy(z / T, y_val) for T in np.geomspace(0.1, 10, 41)]
        right = (z.argmax(axis=1) == y_val).mean()
        scores.append((cross_entropy(z, y_val), min(losses), right))
    return np.mean(scores, axis=0)


def choose(name, values, score):
    found = []
    for value in values:
        raw, calibrated, right = score(value)
        print(f"{name} {value:<6g} 검증 손실 {raw:.3f}", end=", ")
        print(f"보정하면 {calibrated:.4f}, 검증 정확도 {right:.3f}")
        found.append((calibrated, value))
    print(f"고른 {name}: {min(found)[1]}")
    return min(found)[1]


lr = choose("학습률", 0.002 * 2.0 ** np.arange(8), lambda lr: validate(lr, 0.1))
choose("ε", (0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6), lambda ε: validate(lr, ε))
