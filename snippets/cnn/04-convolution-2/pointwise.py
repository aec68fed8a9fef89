import numpy as np

from lessons.cnn.conv.fast import conv2d
from lessons.datasets import load_photo

photo = load_photo("coffee", 64) / 255
x = photo.transpose(2, 0, 1)[None]

gray = np.array([[0.299, 0.587, 0.114]])
y = conv2d(x, gray[:, :, None, None])
print("그림", x.shape, "→ 1×1 합성곱", y.shape)

pixels = photo.reshape(-1, 3)
print("픽셀마다 행렬을 곱한 것과 같은가:", np.allclose(y.ravel(), pixels @ gray[0]))
