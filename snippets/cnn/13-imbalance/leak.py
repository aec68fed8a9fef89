import numpy as np

from lessons.cnn.classification.metrics import precision_recall_fscore_support
from lessons.cnn.imbalance.sampling import RandomOverSampler
from lessons.cnn.imbalance.smote import SMOTE
from lessons.dl.neighbors import KNeighborsClassifier
from lessons.dl.train_test_split import train_test_split


def f1(X, y, X_test, y_test):
    said = KNeighborsClassifier(1).fit(X, y).predict(X_test)
    return precision_recall_fscore_support(y_test, said, labels=[1])[2][0]


def two_orders(sampler, rng):
    X, y = rng.normal(size=(440, 10)), np.repeat([0, 1], [400, 40])  # 배울 것이 없다
    A, b = sampler(rng=rng).fit_resample(X, y)
    A, A_test, b, b_test = train_test_split(A, b, stratify=b, rng=rng)
    X, X_test, y, y_test = train_test_split(X, y, stratify=y, rng=rng)
    X, y = sampler(rng=rng).fit_resample(X, y)
    return f1(A, b, A_test, b_test), f1(X, y, X_test, y_test)


for sampler in (RandomOverSampler, SMOTE):
    scores = [two_orders(sampler, np.random.default_rng(seed)) for seed in range(10)]
    for order, found in zip(
        ("늘리고 나눔", "나누고 늘림"), np.transpose(scores), strict=True
    ):
        name = f"{sampler.__name__}, {order}"
        print(f"{name}: F1 {found.mean():.2f} ({found.min():.2f}–{found.max():.2f})")
