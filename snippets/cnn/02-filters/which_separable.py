import numpy as np

from lessons.cnn.filters.correlation import KERNELS

for name, W in KERNELS.items():
    rank = np.linalg.matrix_rank(W)
    if rank > 1:
        print(f"{name}: 나눌 수 없다. 서로 다른 줄이 {rank}개다")
        continue
    i, j = np.argwhere(W.max() == W)[-1]
    print(f"{name}: 세로 {W[:, j] / W[i, j] + 0} × 가로 {W[i].round(3) + 0}")
