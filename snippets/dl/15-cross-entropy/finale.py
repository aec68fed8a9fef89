import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import CrossEntropyLoss
from lessons.dl.mlp import MLP
from lessons.dl.optimizers import AdamW
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR
from lessons.dl.train_test_split import train_test_split

EPOCHS, BATCH, LR, SMOOTHING = 20, 32, 0.032, 0.1
split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, _, y_train, _ = train_test_split(
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


accuracies = []
for seed in range(3):
    model = fit(np.random.default_rng(seed))
    right = model(X_test).data.argmax(axis=1) == y_test
    accuracies.append(right.mean())
    print(f"씨앗 {seed}: 테스트 정확도 {right.mean():.3f} ({right.sum()}장)")
print(f"정확도의 평균 {np.mean(accuracies):.3f}, 가장 낮은 것 {min(accuracies):.3f}")
