import numpy as np

from lessons.cnn.conv.im2col import col2im, im2col

x = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
A = im2col(x[None, None], kernel_size=2)
print("되돌려 더한 것:")
print(col2im(A, output_size=3, kernel_size=2)[0, 0].astype(int))

seen = col2im(np.ones_like(A), output_size=3, kernel_size=2)[0, 0].astype(int)
print("칸마다 본 창의 수:")
print(seen)
print("둘의 곱인가:", np.array_equal(col2im(A, 3, 2)[0, 0], x * seen))
