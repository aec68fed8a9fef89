import numpy as np

from lessons.dl.kmeans import KMeans

X = np.array([[1], [2], [6], [7]])
model = KMeans(2, init=X[:2]).fit(X)
print("중심점:", model.cluster_centers_.ravel().tolist())
print("관성:", model.history_)
