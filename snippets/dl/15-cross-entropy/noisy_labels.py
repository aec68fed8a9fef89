import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import CrossEntropyLoss, cross_entropy
from lessons.dl.mlp import MLP
from lessons.dl.optimizers import AdamW
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR
from lessons.dl.train_test_split import train_test_split

EPOCHS, BATCH, LR = 20, 32, 0.032
split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)

wrong = split.random(len(y_train)) < 0.2
noisy = np.where(wrong, (y_train + split.integers(1, 10, len(y_train))) % 10, y_train)


def fit(smoothing, rng):
    model = MLP((64, 128, 64, 10), rng=rng)
    loss_function = CrossEntropyLoss(label_smoothing=smoothing)
    optimizer = AdamW(model.parameters(), lr=LR)
    warmup = LinearLR(optimizer, start_factor=0.2, total_iters=2)
    cosine = CosineAnnealingLR(optimizer, T_max=EPOCHS - 2)
    schedule = SequentialLR(optimizer, [warmup, cosine], milestones=[2])
    for _ in range(EPOCHS):
        order = rng.permutation(len(X_train))
        for batch in np.array_split(order, len(order) // BATCH):
            optimizer.zero_grad()
            loss = loss_function(model(X_train[batch]), noisy[batch])
            loss.backward()
            optimizer.step()
        schedule.step()
    return model


print(f"틀린 정답의 비율: {(noisy != y_train).mean():.2f}")
for smoothing in (0, 0.1, 0.3, 0.6, 0.8, 0.9):
    scores = []
    for seed in range(3):
        z = fit(smoothing, np.random.default_rng(seed))(X_val).data
        losses = [cross_entropy(z / T, y_val) for T in np.geomspace(0.1, 10, 41)]
        right = (z.argmax(axis=1) == y_val).mean()
        scores.append((right, cross_entropy(z, y_val), min(losses)))
    right, raw, calibrated = np.mean(scores, axis=0)
    print(f"ε = {smoothing}: 검증 정확도 {right:.2f}, 검증 손실 {raw:.2f}", end=", ")
    print(f"보정하면 {calibrated:.2f}")
