import numpy as np

from lessons.dl.kmeans import KMeans

houses = np.array([[0, 0], [0, 2], [6, 0], [6, 2]])
for picked in ([0, 2], [0, 1]):
    model = KMeans(2, init=houses[picked]).fit(houses)
    print("출발:", houses[picked].tolist())
    print("  도착:", model.cluster_centers_.tolist())
    print("  묶음:", model.labels_.tolist())
    print("  반걸음마다의 관성:", model.history_)
