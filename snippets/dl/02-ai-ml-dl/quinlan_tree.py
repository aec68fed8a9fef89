import numpy as np

from lessons.data.quinlan import load_quinlan
from lessons.dl.decision_tree import DecisionTreeClassifier, export_text

days, played = load_quinlan()
questions = [(name, value) for name in days for value in np.unique(days[name])]
X = np.column_stack([days[name] == value for name, value in questions])
tree = DecisionTreeClassifier(criterion="entropy").fit(X, played)
names = [f"{name}={value}" for name, value in questions]
print(export_text(tree, feature_names=names), end="")
