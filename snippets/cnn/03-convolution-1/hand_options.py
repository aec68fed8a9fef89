import numpy as np

from lessons.cnn.convolution import conv2d

x3 = np.array([[1.0, 2, 0], [0, 1, 3], [2, 1, 1]])
x4 = np.array([[1.0, 2, 0, 1], [0, 1, 3, 2], [2, 1, 1, 0], [1, 0, 2, 4]])
W = np.array([[1.0, 2], [3, 4]])


def show(title, x, W, **options):
    print(title)
    print(conv2d(x[None, None], W[None, None], **options)[0, 0])


show("패딩 1", x3, np.ones((3, 3)), padding=1)
show("스트라이드 1", x4, W)
show("스트라이드 2", x4, W, stride=2)
show("팽창 2", x4, W, dilation=2)
