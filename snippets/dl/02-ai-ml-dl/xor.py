import numpy as np

from lessons.dl.decision_tree import DecisionTreeClassifier
from lessons.dl.impurity import information_gain

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])
print("정보 이득:", [round(information_gain(x, y), 3) for x in X.T])
for depth in (1, 2):
    tree = DecisionTreeClassifier(max_depth=depth).fit(X, y)
    print(f"깊이 {depth}: 맞힌 비율 {tree.score(X, y):.2f}")
