import numpy as np

from lessons.cnn.filters.correlation import KERNELS, correlate

x = np.array([[10, 10, 10, 50, 50], [10, 10, 10, 50, 50], [10, 10, 10, 50, 90]])
print("평균", correlate(x, KERNELS["평균"])[1].round(2))
print("소벨", correlate(x, KERNELS["소벨 가로"])[1])
