import numpy as np
import torch
from torch import nn

from lessons.datasets import load_digits
from lessons.dl.decision_tree import DecisionTreeClassifier


def mlp_scores(X, y, X_new, y_new):
    """은닉층 하나짜리 신경망을 씨앗 셋으로 200걸음씩 학습한 정확도."""
    scores, inputs, labels = [], torch.tensor(X), torch.tensor(y)
    for seed in range(3):
        torch.manual_seed(seed)
        layers = nn.Linear(X.shape[1], 32), nn.ReLU(), nn.Linear(32, int(y.max()) + 1)
        net = nn.Sequential(*layers).double()
        optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
        for _ in range(200):
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(inputs), labels).backward()
            optimizer.step()
        y_hat = net(torch.tensor(X_new)).argmax(dim=1).numpy()
        scores.append(np.mean(y_hat == y_new))
    return scores


rng = np.random.default_rng(0)
table = rng.uniform(-1, 1, (1200, 20))
passed = ((table[:, 0] > 0.2) & (table[:, 1] < 0.4)).astype(int)
digits, numbers = load_digits()
for name, X, y, N in (
    ("특성 20개, 쓸모 있는 것은 2개", table, passed, 200),
    ("손글씨 숫자", digits / 16, numbers, 1347),
):
    tree = DecisionTreeClassifier().fit(X[:N], y[:N]).score(X[N:], y[N:])
    net = mlp_scores(X[:N], y[:N], X[N:], y[N:])
    print(f"{name}: 결정 트리 {tree:.2f}, ", end="")
    print(f"신경망 평균 {np.mean(net):.2f}, 최악 {min(net):.2f}, 최고 {max(net):.2f}")
