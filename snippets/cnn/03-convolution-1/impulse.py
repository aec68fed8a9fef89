import numpy as np
import torch
import torch.nn.functional as F

from lessons.cnn.convolution import true_convolve2d

impulse = np.zeros((5, 5))
impulse[2, 2] = 1
W = np.arange(1.0, 10).reshape(3, 3)

print("수학의 합성곱")
print(true_convolve2d(impulse, W))

tensors = [torch.from_numpy(a)[None, None] for a in (impulse, W)]
print("F.conv2d")
print(F.conv2d(*tensors)[0, 0].numpy())
