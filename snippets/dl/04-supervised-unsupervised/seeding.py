import numpy as np

from lessons.dl.kmeans import KMeans

houses = np.array([[0, 0], [0, 2], [6, 0], [6, 2]])
rng = np.random.default_rng(0)
for init in ("random", "k-means++"):
    ends = [
        KMeans(2, init=init, n_init=1, rng=rng).fit(houses).inertia_
        for _ in range(2000)
    ]
    print(f"{init:9}: 나쁜 답에 갇힌 비율 {np.mean(np.array(ends) == 36):.2f}")
