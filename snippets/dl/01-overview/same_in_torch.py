import numpy as np
import torch
from torch.nn.functional import cross_entropy

from lessons.datasets import load_digits

rng = np.random.default_rng(0)
X, y = load_digits()
order = rng.permutation(len(X))
X, y = X[order] / 16, y[order]
X_train, y_train, X_test, y_test = X[:1437], y[:1437], X[1437:], y[1437:]

W, b = np.zeros((64, 10)), np.zeros(10)
for _ in range(201):
    e = np.exp(X_train @ W + b)
    dz = (e / e.sum(axis=1, keepdims=True) - np.eye(10)[y_train]) / len(X_train)
    W -= X_train.T @ dz
    b -= dz.sum(axis=0)

model = torch.nn.Linear(64, 10, dtype=torch.float64)
torch.nn.init.zeros_(model.weight)
torch.nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
X_torch, y_torch = torch.from_numpy(X_train), torch.from_numpy(y_train)
for _ in range(201):
    loss = cross_entropy(model(X_torch), y_torch)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

y_hat = model(torch.from_numpy(X_test)).argmax(dim=1).numpy()
print(f"PyTorch의 테스트 정확도: {(y_hat == y_test).mean():.2f}")
print(f"가중치의 가장 큰 차이: {abs(W - model.weight.detach().numpy().T).max():.10f}")
same = (X_test @ W + b).argmax(axis=1) == y_hat
print(f"같은 답을 한 그림: {same.sum()} / {len(same)}")
