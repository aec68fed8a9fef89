import numpy as np

from lessons.dl.pca import PCA, covariance

X = np.array([[5, 4], [1, 0], [4, 1], [2, 3]])
print((3 * covariance(X)).round(6))

model = PCA(1).fit(X)
print("첫 주성분:", model.components_.round(4))
print("분산:", model.explained_variance_.round(4))
print("몫:", model.explained_variance_ratio_.round(4))

Z = model.transform(X)
print("되살린 점:", (model.inverse_transform(Z).round(6) + 0.0).tolist())
