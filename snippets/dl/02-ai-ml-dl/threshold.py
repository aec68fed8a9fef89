import numpy as np

from lessons.dl.impurity import best_split, gini

x = np.array([1.0, 2, 3, 4, 5, 6])
Y = np.eye(2)[[0, 0, 0, 1, 0, 1]]

for t in (1.5, 2.5, 3.5, 4.5, 5.5):
    yes, no = Y[x <= t], Y[x > t]
    after = (len(yes) * gini(yes.sum(axis=0)) + len(no) * gini(no.sum(axis=0))) / 6
    print(f"x <= {t}: 나눈 뒤의 지니 {after:.3f}")
print("고른 질문:", best_split(x[:, None], Y, gini))
