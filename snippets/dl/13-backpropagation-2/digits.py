import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam
from lessons.dl.train_test_split import train_test_split

split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, _, y_train, _ = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)
accuracies = []
for seed in range(3):
    rng = np.random.default_rng(seed)
    model = MLP((64, 128, 64, 10), rng=rng)
    adam = Adam(model.parameters(), lr=0.004)
    losses = train(model, X_train, y_train, adam, epochs=15, batch_size=32, rng=rng)
    y_hat = model(X_test).data.argmax(axis=1)
    accuracies.append((y_hat == y_test).mean())
    print(f"씨앗 {seed}: 훈련 손실 {losses[0]:.1f} → {losses[-1]:.3f}", end=", ")
    print(f"테스트 정확도 {accuracies[-1]:.3f}")

print("매개변수의 개수:", sum(p.data.size for p in model.parameters()))
print(f"정확도의 평균 {np.mean(accuracies):.3f}, 가장 낮은 것 {min(accuracies):.3f}")
