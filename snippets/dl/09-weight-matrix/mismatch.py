import numpy as np

from lessons.dl.affine import affine

X, W, b = np.ones((4, 3)), np.ones((2, 3)), np.zeros(2)
affine(X, W, b)
