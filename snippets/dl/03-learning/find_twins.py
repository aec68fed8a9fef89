import numpy as np

from lessons.dl.neighbors import KNeighborsClassifier
from lessons.dl.train_test_split import train_test_split


def twins(X_train, X_test):
    """훈련 데이터에 똑같은 행이 있는 테스트 행의 수."""
    seen = {row.tobytes() for row in X_train}
    return sum(row.tobytes() in seen for row in X_test)


rng = np.random.default_rng(0)
X, y = rng.standard_normal((200, 5)), rng.permutation(200) % 2
copied = np.tile(np.arange(200), 5)
for name, rows in (("그대로", np.arange(200)), ("복사한 것", copied)):
    parts = train_test_split(X[rows], y[rows], rng=rng)
    X_train, X_test, y_train, y_test = parts
    score = KNeighborsClassifier(1).fit(X_train, y_train).score(X_test, y_test)
    both = twins(X_train, X_test)
    print(f"{name}: 정확도 {score:.2f}, 쌍둥이 {both} / {len(X_test)}")
