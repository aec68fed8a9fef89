import numpy as np

from lessons.cnn.conv.fast import conv2d_input

W = np.ones((1, 1, 3, 3))
size = 31
for layers in ([1, 1], [1, 1, 1], [2, 1], [2, 2, 2]):
    heights = [size]
    for stride in layers:
        heights.append((heights[-1] + 2 - 3) // stride + 1)
    grad = np.zeros((1, 1, heights[-1], heights[-1]))
    grad[0, 0, heights[-1] // 2, heights[-1] // 2] = 1
    for stride, n in zip(layers[::-1], heights[-2::-1], strict=True):
        grad = conv2d_input((1, 1, n, n), W, grad, stride=stride, padding=1)
    print(f"스트라이드 {layers}: 한 변 {np.count_nonzero(grad[0, 0].any(axis=0))}칸")
