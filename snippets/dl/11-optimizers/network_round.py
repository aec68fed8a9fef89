import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop
from lessons.plotting import use_korean_font

X, y = load_digits()
X, y = np.split(X / 16, [1200, 1500]), np.split(y, [1200, 1500])


def forward(params, X):
    W1, b1, W2, b2 = [p.data for p in params]
    h = np.maximum(0, X @ W1 + b1)
    z = h @ W2 + b2
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return h, e / e.sum(axis=1, keepdims=True)


def train(make, lr, seed):
    """5에폭, 190걸음. 반환: 검증 손실, 테스트 정확도"""
    rng = np.random.default_rng(seed)
    W1 = Parameter(rng.normal(size=(64, 32)) * np.sqrt(2 / 64))
    W2 = Parameter(rng.normal(size=(32, 10)) * np.sqrt(1 / 32))
    params = W1, b1, W2, b2 = W1, Parameter(np.zeros(32)), W2, Parameter(np.zeros(10))
    optimizer = make(params, lr)
    for _ in range(5):
        for i in np.array_split(rng.permutation(1200), 38):
            h, p = forward(params, X[0][i])
            dz = (p - np.eye(10)[y[0][i]]) / len(i)
            dh = dz @ W2.data.T * (h > 0)
            W1.grad, b1.grad = X[0][i].T @ dh, dh.sum(axis=0)
            W2.grad, b2.grad = h.T @ dz, dz.sum(axis=0)
            optimizer.step()
    right = forward(params, X[1])[1][np.arange(300), y[1]]
    guess = forward(params, X[2])[1].argmax(axis=1)
    return -np.log(np.maximum(right, 1e-12)).mean(), (guess == y[2]).mean()


rates = (0.003, 0.01, 0.03, 0.1, 0.3, 1, 3)
racers = {
    "SGD": SGD,
    "모멘텀": lambda p, lr: SGD(p, lr, momentum=0.9),
    "네스테로프": lambda p, lr: SGD(p, lr, momentum=0.9, nesterov=True),
    "AdaGrad": Adagrad,
    "RMSProp": RMSprop,
    "Adam": Adam,
}

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
print("검증 손실(씨앗 셋의 평균, 2.5까지만), 학습률", *rates)
for (name, make), mark in zip(racers.items(), "os^vDx", strict=True):
    losses = [np.mean([train(make, lr, s)[0] for s in range(3)]) for lr in rates]
    lr = rates[np.argmin(losses)]
    again = np.array([train(make, lr, seed) for seed in range(10, 20)])
    print(f"{name}:", *[f"{loss:.1f}" for loss in np.minimum(losses, 2.5)])
    loss, (mean, worst) = again[:, 0], (again[:, 1].mean(), again[:, 1].min())
    print(f"    {lr}에서 {min(losses):.2f}. 새 씨앗 열: {loss.mean():.2f}", end=" ")
    print(f"(가장 나쁜 것 {loss.max():.2f}), 테스트 정확도 {mean:.2f} ({worst:.2f})")
    ax.semilogx(rates, np.minimum(losses, 2.5), marker=mark, label=name)
ax.set(xlabel="학습률", ylabel="검증 손실", ylim=(0, 2.55))
ax.legend()
plt.show()
