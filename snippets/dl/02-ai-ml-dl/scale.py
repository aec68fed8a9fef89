import numpy as np

from lessons.datasets import load_breast_cancer
from lessons.dl.decision_tree import DecisionTreeClassifier
from lessons.dl.svm import LinearSVC

X, y = load_breast_cancer()
order = np.random.default_rng(0).permutation(len(X))
train, valid = order[:300], order[300:380]
Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)
print(
    f"특성마다의 표준편차: {X.std(axis=0).min():.3f}부터 {X.std(axis=0).max():.0f}까지"
)
for name, table in (("그대로", X), ("표준화", Z)):
    svm = LinearSVC(C=0.01).fit(table[train], y[train])
    tree = DecisionTreeClassifier(max_depth=3).fit(table[train], y[train])
    scores = svm.score(table[valid], y[valid]), tree.score(table[valid], y[valid])
    print(f"{name}: 검증 SVM {scores[0]:.3f}, 결정 트리 {scores[1]:.3f}")
