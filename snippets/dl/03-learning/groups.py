import numpy as np

from lessons.dl.kfold import KFold
from lessons.dl.neighbors import KNeighborsClassifier

rng = np.random.default_rng(0)
people, photos = 40, 5
face = rng.standard_normal((people, 8)).repeat(photos, axis=0)
X = face + 0.1 * rng.standard_normal(face.shape)
y = (rng.permutation(people) % 2).repeat(photos)


def accuracy(cv):
    return np.mean(
        [
            KNeighborsClassifier(1).fit(X[train], y[train]).score(X[valid], y[valid])
            for train, valid in cv.split(X)
        ]
    )


print(f"사진을 섞어 나누기: {accuracy(KFold(5, shuffle=True, rng=rng)):.2f}")
print(f"사람째로 나누기:    {accuracy(KFold(5)):.2f}")
