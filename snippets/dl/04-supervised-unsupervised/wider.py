import numpy as np

from lessons.dl.kmeans import KMeans

for width in (1, 2, 6, 20, 60):
    houses = np.array([[0, 0], [0, 2], [width, 0], [width, 2]])
    same_side = KMeans(2, init=houses[[0, 1]], tol=0).fit(houses).inertia_
    each_side = KMeans(2, init=houses[[0, 2]], tol=0).fit(houses).inertia_
    print(
        f"너비 {width:2}: {same_side:6.0f} ÷ {each_side:.0f} = {same_side / each_side}"
    )
