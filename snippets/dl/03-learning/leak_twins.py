import numpy as np

from lessons.dl.neighbors import KNeighborsClassifier
from lessons.dl.train_test_split import train_test_split


def accuracy(X_train, X_test, y_train, y_test):
    return KNeighborsClassifier(1).fit(X_train, y_train).score(X_test, y_test)


rng = np.random.default_rng(0)
honest, leaked = [], []
for _ in range(20):
    X, y = rng.standard_normal((200, 5)), rng.permutation(200) % 2
    X_train, X_test, y_train, y_test = train_test_split(X, y, rng=rng)
    copies = np.tile(X_train, (5, 1)), X_test, np.tile(y_train, 5), y_test
    honest.append(accuracy(*copies))
    twins = np.tile(np.arange(200), 5)
    leaked.append(accuracy(*train_test_split(X[twins], y[twins], rng=rng)))
print(f"나눈 뒤 훈련만 복사: 평균 {np.mean(honest):.2f}")
print(f"복사한 뒤 나누기:    평균 {np.mean(leaked):.2f}")
