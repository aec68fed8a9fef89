import numpy as np

from lessons.data.quinlan import load_quinlan
from lessons.dl.decision_tree import DecisionTreeClassifier

days, played = load_quinlan()
questions = [(name, value) for name in days for value in np.unique(days[name])]
X = np.column_stack([days[name] == value for name, value in questions])

right = 0
for i in range(14):
    rest = np.arange(14) != i
    tree = DecisionTreeClassifier(criterion="entropy").fit(X[rest], played[rest])
    right += int(tree.predict(X[[i]])[0] == played[i])
print("빼 둔 아침을 맞힌 수:", right, "/ 14")
print("언제나 ‘예’라고 하면:", np.sum(played == "예"), "/ 14")
