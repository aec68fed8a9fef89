import numpy as np

from lessons.dl.svm import LinearSVC

rng = np.random.default_rng(0)
print("샘플 수   서포트 벡터   점끼리의 내적   답 하나의 곱셈(커널)   (선형)")
for N in (100, 200, 400, 800, 1600):
    y = np.arange(N) % 2
    X = rng.standard_normal((N, 2)) + y[:, None]
    n = len(LinearSVC().fit(X, y).support_)
    print(f"{N:7d} {n:13d} {N * N:15,d} {2 * n:22d} {2:8d}")
