import numpy as np

from lessons.cnn.conv.im2col import col2im, im2col

x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
W_row = np.array([[1, 2, 3, 4]])
dY = np.array([[1, 0, 2, -1]])

A = im2col(x[None, None], kernel_size=2)[0]
dA = W_row.T @ dY
print("dW = dY Aᵀ =", (dY @ A.T).astype(int))
print("dA = Wᵀ dY =")
print(dA)
print("dx = col2im(dA) =")
print(col2im(dA[None], output_size=3, kernel_size=2)[0, 0].astype(int))
