import numpy as np

from lessons.dl.svm import LinearSVC

X = np.array([[1.0, 0], [1, 4], [0, 2], [3, 2], [5, 3]])
y = np.array([-1, -1, -1, 1, 1])
svm = LinearSVC(C=1000).fit(X, y)

print("w:", svm.coef_[0].round(3) + 0.0, " b:", svm.intercept_.round(3))
print(f"길의 너비 2/‖w‖: {svm.margin_:.3f}")
print("점마다 s(w·x + b):", (y * svm.decision_function(X)).round(3))
print("서포트 벡터의 번호:", svm.support_)
print("미는 힘 × 부호:", svm.dual_coef_[0].round(3))
