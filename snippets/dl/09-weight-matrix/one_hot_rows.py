import numpy as np

from lessons.dl.affine import affine, one_hot

W = np.array([[5, 4], [3, 6], [1, 2]])
y = np.array([2, 0, 1, 2])

E = one_hot(y)
print(E)
print("W의 행을 뽑는다:", np.array_equal(affine(E, W), W[y]))
print("클래스마다의 수:", E.sum(axis=0))
print("번호로 되돌린다:", E.argmax(axis=1))
print("배치에 2가 없으면:", one_hot(y[1:3]).shape, one_hot(y[1:3], 3).shape)
