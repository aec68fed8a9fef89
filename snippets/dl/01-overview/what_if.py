import numpy as np

from lessons.datasets import load_digits


def train(X, y, lr=1.0, steps=200):
    W, b, Y = np.zeros((64, 10)), np.zeros(10), np.eye(10)[y]
    for _ in range(steps + 1):
        z = X @ W + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        loss = -np.log(p[Y == 1]).mean()
        W -= lr * X.T @ (p - Y) / len(Y)
        b -= lr * (p - Y).mean(axis=0)
    return W, b, loss


rng = np.random.default_rng(0)
X, y = load_digits()
order = rng.permutation(len(X))
X, y = X[order] / 16, y[order]
X_train, y_train, X_test, y_test = X[:1437], y[:1437], X[1437:], y[1437:]

for name, labels, lr in (
    ("그대로", y_train, 1.0),
    ("학습률 0.01", y_train, 0.01),
    ("정답을 섞음", rng.permutation(y_train), 1.0),
):
    W, b, loss = train(X_train, labels, lr)
    right = ((X_test @ W + b).argmax(axis=1) == y_test).mean()
    print(f"{name}: 손실 {loss:.2f}, 테스트 정확도 {right:.2f}")

scores = []
for _ in range(10):
    W, b, _ = train(X_train, rng.permutation(y_train))
    scores.append(((X_test @ W + b).argmax(axis=1) == y_test).mean())
print(f"열 번 다시 섞음: 평균 {np.mean(scores):.2f}, ", end="")
print(f"최저 {min(scores):.2f}, 최고 {max(scores):.2f}")
