import numpy as np

from lessons.data.quinlan import load_quinlan
from lessons.dl.impurity import best_split, entropy


def grow(X, y):
    """나무. 잎은 답이고, 가지는 (특성, 문턱, ≤인 쪽, >인 쪽)이다."""
    names, codes = np.unique(y, return_inverse=True)
    split = None
    if len(names) > 1:
        split = best_split(X, np.eye(len(names))[codes], entropy)
    if split is None:
        return names[np.bincount(codes).argmax()]
    j, t = split
    yes = X[:, j] <= t
    return j, t, grow(X[yes], y[yes]), grow(X[~yes], y[~yes])


def answer(tree, x):
    while isinstance(tree, tuple):
        j, t, yes, no = tree
        tree = yes if x[j] <= t else no
    return tree


days, played = load_quinlan()
questions = [(name, value) for name in days for value in np.unique(days[name])]
X = np.column_stack([days[name] == value for name, value in questions])
tree = grow(X, played)
print("첫 질문:", "=".join(questions[tree[0]]))
print("맞힌 아침:", sum(answer(tree, x) == y for x, y in zip(X, played, strict=True)))
