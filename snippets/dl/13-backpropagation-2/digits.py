import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam

rng = np.random.default_rng(3)
X, y = load_digits()
order = rng.permutation(len(X))
X, y = X[order] / 16, y[order]
X_train, y_train, X_test, y_test = X[:1437], y[:1437], X[1437:], y[1437:]

model = MLP((64, 128, 64, 10), rng=rng)
optimizer = Adam(model.parameters(), lr=0.002)
history = train(model, X_train, y_train, optimizer, epochs=15, batch_size=32, rng=rng)
y_hat = model(X_test).data.argmax(axis=1)

print("고칠 수의 개수:", sum(p.data.size for p in model.parameters()))
print(f"손실: {history[0]:.1f} → {history[-1]:.2f}")
print(f"테스트 정확도: {(y_hat == y_test).mean():.2f}")
