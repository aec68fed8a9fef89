import numpy as np

from lessons.dl.kmeans import assign
from lessons.dl.pca import PCA

rng = np.random.default_rng(0)
y = np.repeat([0, 1], 200)
X = np.stack([rng.normal(0, 10, 400), rng.normal(4 * y, 0.5)], axis=1)

model = PCA().fit(X)
Z = model.transform(X)
print("분산의 몫:", model.explained_variance_ratio_.round(2))
for axis, name in enumerate(("첫째", "둘째")):
    z = Z[:, [axis]]
    means = np.stack([z[y == 0].mean(axis=0), z[y == 1].mean(axis=0)])
    print(f"{name} 주성분만으로 맞힌 비율: {np.mean(assign(z, means) == y):.1f}")
