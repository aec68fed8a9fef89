import numpy as np
import torch

from lessons.datasets import load_digits
from lessons.dl.kmeans import KMeans
from lessons.dl.kmeans_torch import lloyd_torch
from lessons.dl.pca import PCA

X, _ = load_digits()
T = torch.tensor(X)

ours = KMeans(10, init=X[:10], max_iter=5, tol=0).fit(X)
centers, labels = lloyd_torch(T, T[:10], steps=5)
print("중심점의 차이:", np.abs(centers.numpy() - ours.cluster_centers_).max() < 1e-9)
print("다르게 묶인 점:", int((labels.numpy() != ours.labels_).sum()))

model = PCA(5).fit(X)
_, S, Vt = torch.linalg.svd(T - T.mean(dim=0), full_matrices=False)
variance = S.numpy()[:5] ** 2 / (len(X) - 1)
print("분산의 차이:", np.abs(variance / model.explained_variance_ - 1).max() < 1e-9)
print("축의 내적:", np.abs((Vt[:5].numpy() * model.components_).sum(axis=1)).round(6))
