import numpy as np
import torch
from torch import nn

from lessons.datasets import load_breast_cancer
from lessons.dl.decision_tree import DecisionTreeClassifier, export_text
from lessons.dl.svm import LinearSVC

X, y = load_breast_cancer()
order = np.random.default_rng(0).permutation(len(X))
train, test = order[:380], order[380:]
Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)

tree = DecisionTreeClassifier(max_depth=1).fit(X[train], y[train])
print(export_text(tree), end="")
print(f"질문 하나: {tree.score(X[test], y[test]):.2f}")

svm = LinearSVC(C=0.1).fit(Z[train], y[train])
print(f"선형 SVM, 수 {svm.coef_.size + 1}개: {svm.score(Z[test], y[test]):.2f}")

torch.manual_seed(0)
mlp = nn.Sequential(nn.Linear(30, 32), nn.ReLU(), nn.Linear(32, 2)).double()
optimizer = torch.optim.Adam(mlp.parameters(), lr=0.01)
inputs, labels = torch.tensor(Z), torch.tensor(y)
for _ in range(100):
    optimizer.zero_grad()
    nn.functional.cross_entropy(mlp(inputs[train]), labels[train]).backward()
    optimizer.step()
right = mlp(inputs[test]).argmax(dim=1) == labels[test]
n = sum(p.numel() for p in mlp.parameters())
print(f"신경망, 수 {n}개: {right.double().mean():.2f}")
