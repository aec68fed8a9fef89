import numpy as np

from lessons.dl.kmeans import KMeans

houses = np.array([[0, 0], [0, 2], [6, 0], [6, 2], [6, 2]])
KMeans(5, rng=np.random.default_rng(0)).fit(houses)
