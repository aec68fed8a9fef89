import numpy as np

from lessons.cnn.filters.correlation import correlate

flat = np.full((3, 3), 100)
kernels = {
    "가": [[0, 0, 0], [1, 0, 0], [0, 0, 0]],
    "나": [[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]],
    "다": [[0, 0, 0], [0, 2, 0], [0, 0, 0]],
    "라": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
}
for name, W in kernels.items():
    print(name, "합", np.sum(W), "→ 밝기 100인 벽이", correlate(flat, W)[1, 1])
