import numpy as np
import torch
from torch import nn

from lessons.datasets import load_digits
from lessons.dl.decision_tree import DecisionTreeClassifier


def mlp_score(X, y, X_new, y_new):
    torch.manual_seed(0)
    layers = nn.Linear(X.shape[1], 32), nn.ReLU(), nn.Linear(32, int(y.max()) + 1)
    net = nn.Sequential(*layers).double()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    inputs, labels = torch.tensor(X), torch.tensor(y)
    for _ in range(200):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(inputs), labels).backward()
        optimizer.step()
    return np.mean(net(torch.tensor(X_new)).argmax(dim=1).numpy() == y_new)


rng = np.random.default_rng(0)
table = rng.uniform(-1, 1, (1200, 20))
passed = ((table[:, 0] > 0.2) & (table[:, 1] < 0.4)).astype(int)
digits, numbers = load_digits()
for name, X, y, N in (
    ("특성 20개, 쓸모 있는 것은 2개", table, passed, 200),
    ("손글씨 숫자", digits / 16, numbers, 1347),
):
    tree = DecisionTreeClassifier().fit(X[:N], y[:N]).score(X[N:], y[N:])
    net = mlp_score(X[:N], y[:N], X[N:], y[N:])
    print(f"{name}: 결정 트리 {tree:.2f}, 신경망 {net:.2f}")
