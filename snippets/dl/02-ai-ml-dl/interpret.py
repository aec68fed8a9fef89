import numpy as np
import torch
from torch import nn

from lessons.datasets import load_breast_cancer
from lessons.dl.decision_tree import DecisionTreeClassifier, export_text
from lessons.dl.svm import LinearSVC

X, y = load_breast_cancer()
order = np.random.default_rng(0).permutation(len(X))
train, valid, test = order[:300], order[300:380], order[380:]
Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)

tree = DecisionTreeClassifier(max_depth=1).fit(X[train], y[train])
print(export_text(tree), end="")
print(f"질문 하나: {tree.score(X[test], y[test]):.2f}")

sign, hinges = 2 * y - 1, {}
for C in (0.0001, 0.001, 0.01, 0.1, 1, 10):
    svm = LinearSVC(C=C).fit(Z[train], y[train])
    score = sign[valid] * svm.decision_function(Z[valid])
    hinges[C] = np.maximum(0, 1 - score).mean()
print("C마다 검증 힌지:", {C: round(float(hinge), 3) for C, hinge in hinges.items()})
svm = LinearSVC(C=min(hinges, key=hinges.get)).fit(Z[train], y[train])
print(f"고른 C: {svm.C}")
print(f"선형 SVM, 수 {svm.coef_.size + 1}개: {svm.score(Z[test], y[test]):.2f}")

inputs, labels, right = torch.tensor(Z), torch.tensor(y), []
for seed in range(3):
    torch.manual_seed(seed)
    mlp = nn.Sequential(nn.Linear(30, 32), nn.ReLU(), nn.Linear(32, 2)).double()
    optimizer = torch.optim.Adam(mlp.parameters(), lr=0.01)
    for _ in range(100):
        optimizer.zero_grad()
        nn.functional.cross_entropy(mlp(inputs[train]), labels[train]).backward()
        optimizer.step()
    hit = mlp(inputs[test]).argmax(dim=1) == labels[test]
    right.append(hit.double().mean().item())
n = sum(p.numel() for p in mlp.parameters())
print(f"신경망, 수 {n}개: 세 씨앗의 평균 {np.mean(right):.2f}, 최악 {min(right):.2f}")
