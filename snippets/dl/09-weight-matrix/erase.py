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


def change(row=slice(None), column=slice(None), times=0.0):
    """행이나 열에 times를 곱했을 때 숫자마다 맞힌 비율의 변화"""
    changed = Wb.copy()
    changed[row, column] *= times
    return right(changed) - before


largest = np.argmax(abs(Wb[:64]).max(axis=1))
for name, moved in (
    ("행 하나", change(row=largest)),
    ("3의 열", change(column=3)),
    ("3의 열을 2배", change(column=3, times=2)),
):
    three, others = (before + moved)[3], np.delete(moved, 3).mean()
    print(f"{name}: 3은 {before[3]:.2f} → {three:.2f}, 나머지의 평균 {others:+.2f}")

print("다른 행과 다른 숫자에서는")
worst = min(change(row=d).mean() for d in range(64))
print(f"  행을 하나씩 지우면: 가장 나쁠 때 모두의 평균 {worst:+.2f}")
for name, times in (("지우면", 0), ("2배로 하면", 2)):
    moved = np.array([change(column=k, times=times) for k in range(10)])
    own, others = np.diag(moved), moved[~np.eye(10, dtype=bool)]
    print(f"  열을 {name}: 제 숫자 {own.mean():+.2f}, 나머지 {others.mean():+.2f}")
