# 허용 오차: 0.02
from itertools import combinations

import numpy as np

from lessons.artifacts import save
from lessons.cnn.overfitting.random_features import least_norm, random_features
from lessons.cnn.overfitting.small_fashion import fashion_split, halve
from lessons.datasets import load_fashion_mnist

FEATURES = (20, 50, 100, 200, 260, 300, 340, 400, 600, 1000, 2000, 4000)
X_test, y_test = load_fashion_mnist(train=False)
X_test = halve(X_test).reshape(-1, 196)
guesses = np.zeros((len(FEATURES), 5, len(y_test)), dtype=int)
train, length, penalized = np.zeros((3, len(FEATURES), 5))
for s in range(5):
    rng = np.random.default_rng(s)
    X, y, *_ = fashion_split(300, 0.1, rng=rng)
    W = rng.normal(size=(196, max(FEATURES))) / 14
    Phi, Phi_test = random_features(X.reshape(300, -1), W), random_features(X_test, W)
    for i, P in enumerate(FEATURES):
        w = least_norm(Phi[:, :P], np.eye(10)[y])
        guesses[i, s] = (Phi_test[:, :P] @ w).argmax(axis=1)
        length[i, s] = np.linalg.norm(w)
        train[i, s] = np.mean((Phi[:, :P] @ w).argmax(axis=1) != y)
        w = least_norm(Phi[:, :P], np.eye(10)[y], alpha=1.0)
        penalized[i, s] = np.mean((Phi_test[:, :P] @ w).argmax(axis=1) != y_test)

wrong = np.mean(guesses != y_test, axis=-1)
apart = [
    np.mean([np.mean(a != b) for a, b in combinations(five, 2)]) for five in guesses
]
print("특성   훈련  테스트 (최악) 서로 다른 답  가중치 길이  벌을 주면")
for i, P in enumerate(FEATURES):
    print(
        f"{P:>4}   {train[i].mean():.2f}  {wrong[i].mean():.2f}  ({wrong[i].max():.2f})"
        f"  {apart[i]:.2f}          {np.median(length[i]):>6.0f}       "
        f"{penalized[i].mean():.2f}"
    )
save(
    "cnn/overfit_double_descent",
    features=np.array(FEATURES),
    train=train,
    wrong=wrong,
    penalized=penalized,
)
