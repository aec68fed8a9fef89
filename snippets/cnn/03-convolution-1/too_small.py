import numpy as np

from lessons.cnn.convolution import conv2d

x = np.ones((1, 1, 7, 7))
W = np.ones((1, 1, 3, 3))
for layer in range(1, 5):
    x = conv2d(x, W)
    print(f"{layer}층을 지난 모양: {x.shape}")
