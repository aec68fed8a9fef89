import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import CrossEntropyLoss, cross_entropy
from lessons.dl.mlp import MLP
from lessons.dl.optimizers import AdamW
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR
from lessons.dl.softmax import expected_calibration_error, softmax
from lessons.dl.train_test_split import train_test_split

EPOCHS, BATCH, LR, SMOOTHING = 20, 32, 0.032, 0.1
split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)


def fit(rng):
    model = MLP((64, 128, 64, 10), rng=rng)
    loss_function = CrossEntropyLoss(label_smoothing=SMOOTHING)
    optimizer = AdamW(model.parameters(), lr=LR)
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


def report(name, z):
    p = softmax(z, axis=1)
    told, right = p.max(axis=1), p.argmax(axis=1) == y_test
    error = expected_calibration_error(told, right)
    print(f"  {name}: 확신 {told.mean():.2f}, 보정 오차 {error:.2f}", end=", ")
    print(f"손실 {cross_entropy(z, y_test):.3f}")
    return error


errors = []
for seed in range(3):
    model = fit(np.random.default_rng(seed))
    z_val, z = model(X_val).data, model(X_test).data
    T = min(np.geomspace(0.1, 10, 41), key=lambda T: cross_entropy(z_val / T, y_val))
    print(f"씨앗 {seed}: 검증 데이터로 고른 온도 {T:.2f}")
    errors.append((report("그대로", z), report("온도로 나눔", z / T)))
