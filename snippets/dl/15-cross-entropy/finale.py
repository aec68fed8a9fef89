import numpy as np

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import CrossEntropyLoss
from lessons.dl.mlp import MLP
from lessons.dl.optimizers import AdamW
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR
from lessons.dl.train_test_split import train_test_split

EPOCHS, BATCH = 20, 32
rng = np.random.default_rng(0)

X, y = load_digits()
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=rng
)
model = MLP((64, 128, 64, 10), rng=rng)
loss_function = CrossEntropyLoss(label_smoothing=0.1)
optimizer = AdamW(model.parameters(), lr=0.004)
warmup = LinearLR(optimizer, start_factor=0.2, total_iters=2)
cosine = CosineAnnealingLR(optimizer, T_max=EPOCHS - 2)
schedule = SequentialLR(optimizer, [warmup, cosine], milestones=[2])

for epoch in range(1, EPOCHS + 1):
    total = 0.0
    for batch in np.array_split(rng.permutation(len(X_train)), len(X_train) // BATCH):
        optimizer.zero_grad()
        loss = loss_function(model(X_train[batch]), y_train[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    schedule.step()
    if epoch in (1, 2, 5, 10, 20):
        print(f"{epoch}에폭: 훈련 손실 {total / len(X_train):.2f}")

right = model(X_test).data.argmax(axis=1) == y_test
print(f"테스트 정확도: {right.mean():.3f} ({right.sum()}/{len(right)})")
