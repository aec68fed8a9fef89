import numpy as np

from lessons.data.quinlan import load_quinlan
from lessons.dl.decision_tree import DecisionTreeClassifier

days, played = load_quinlan()

by_hand = np.where(days["하늘"] == "비", "아니오", "예")
print("사람이 쓴 규칙:", np.sum(by_hand == played), "/ 14")

questions = [(name, value) for name in days for value in np.unique(days[name])]
X = np.column_stack([days[name] == value for name, value in questions])
tree = DecisionTreeClassifier(criterion="entropy").fit(X, played)
print("데이터에서 찾은 규칙:", np.sum(tree.predict(X) == played), "/ 14")
