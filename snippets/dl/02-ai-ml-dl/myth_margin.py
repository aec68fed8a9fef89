import numpy as np

from lessons.dl.svm import LinearSVC

X = np.array([[1.0, 0], [1, 4], [0, 2], [3, 2], [5, 3]])
y = np.array([-1, -1, -1, 1, 1])
svm = LinearSVC(C=1000).fit(X, y)
for i in np.flatnonzero(y[svm.support_] < 0):
    gap = np.linalg.norm(svm.support_vectors_[i] - [3, 2])
    print(f"{svm.support_vectors_[i]}와 [3. 2.] 사이의 거리: {gap:.3f}")
print(f"마진 2/‖w‖: {svm.margin_:.3f}")
