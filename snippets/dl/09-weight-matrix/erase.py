import numpy as np

from lessons.datasets import load_digits
from lessons.dl.affine import affine, one_hot

X, y = load_digits()
X = X / 16
order = np.random.default_rng(0).permutation(len(X))
learn, test = order[:1000], order[1000:]
ones = np.column_stack([X[learn], np.ones(1000)])
left = ones.T @ ones + 10 * np.eye(65)
Wb = np.linalg.solve(left, ones.T @ one_hot(y[learn], 10))


def right(Wb):
    """숫자마다 맞힌 비율"""
    hit = affine(X[test], Wb[:64], Wb[64]).argmax(axis=1) == y[test]
    return np.array([hit[y[test] == k].mean() for k in range(10)])


before = right(Wb)
row, column, size = Wb.copy(), Wb.copy(), Wb.copy()
row[np.argmax(abs(Wb[:64]).max(axis=1))] = 0
column[:, 3] = 0
size[:, 3] *= 2
for name, changed in (("행 하나", row), ("3의 열", column), ("3의 열을 2배", size)):
    after = right(changed)
    others = np.delete(after - before, 3).mean()
    print(f"{name}: 3은 {before[3]:.2f} → {after[3]:.2f}, 나머지의 평균 {others:+.2f}")
