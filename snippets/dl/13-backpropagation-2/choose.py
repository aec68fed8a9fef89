# 허용 오차: 0.02
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, softmax_loss, train
from lessons.dl.optimizers import Adam
from lessons.dl.train_test_split import train_test_split

split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)
found = {}
for lr in 0.0005 * 2.0 ** np.arange(7):
    losses = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        model = MLP((64, 128, 64, 10), rng=rng)
        adam = Adam(model.parameters(), lr=lr)
        train(model, X_train, y_train, adam, epochs=15, batch_size=32, rng=rng)
        losses.append(softmax_loss(model(X_val), y_val).item())
    found[lr] = np.mean(losses)
    print(f"학습률 {lr:<6g} 검증 손실 {found[lr]:.3f} (가장 나쁜 것 {max(losses):.3f})")
print(f"고른 학습률: {min(found, key=found.get)}")
