import numpy as np

from lessons.cnn.conv.im2col import col2im, im2col

rng = np.random.default_rng(0)
x = rng.integers(-5, 6, (1, 2, 7, 5))
options = {"kernel_size": (3, 2), "stride": 2, "padding": (1, 0), "dilation": (1, 3)}

Mx = im2col(x, **options)
y = rng.integers(-5, 6, Mx.shape)
print("⟨Mx, y⟩ =", int((Mx * y).sum()))
print("⟨x, Mᵀy⟩ =", int((x * col2im(y, (7, 5), **options)).sum()))
