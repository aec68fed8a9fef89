import numpy as np

from lessons import nn
from lessons.artifacts import save
from lessons.cnn.locality import WindowNet, accuracy, fit, scatter, shuffle_pixels
from lessons.datasets import load_digits

# 허용 오차: 0.03
X, y = load_digits()
order = np.random.default_rng(0).permutation(len(X))
X, y = X[order].reshape(-1, 8, 8) / 16, y[order]


def mlp(rng):
    layers = nn.Linear(144, 32, rng=rng), nn.ReLU(), nn.Linear(32, 10, rng=rng)
    return nn.Sequential(nn.Flatten(), *layers)


def window_net(rng):
    return WindowNet(5, 32, 10, rng=rng)


RATES = 0.003, 0.01, 0.03, 0.1
short = np.zeros((3, 2, 2, 4))  # 씨앗, 신경망, 섞었는가, 학습률
long = np.zeros((3, 2, 2))  # 0.01로 네 배 오래
for seed in range(3):
    rng = np.random.default_rng(seed)
    train = scatter(X[:400].repeat(4, axis=0), 12, rng=rng), y[:400].repeat(4)
    val = scatter(X[400:760].repeat(2, axis=0), 12, rng=rng), y[400:760].repeat(2)
    for m, pixels in enumerate([np.arange(144), rng.permutation(144)]):
        seen, new = (shuffle_pixels(a, pixels) for a in (train[0], val[0]))
        for k, make in enumerate((mlp, window_net)):
            for r, lr in enumerate(RATES):
                model = make(rng)
                fit(model, seen, train[1], epochs=10, lr=lr, batch_size=50, rng=rng)
                short[seed, k, m, r] = accuracy(model, new, val[1])
                if lr == 0.01:
                    fit(model, seen, train[1], epochs=30, lr=lr, batch_size=50, rng=rng)
                    long[seed, k, m] = accuracy(model, new, val[1])

for k, name in enumerate(("MLP", "창 신경망")):
    print(f"{name}. 학습률마다 검증 정확도, 세 씨앗의 평균")
    for m, when in enumerate(["그대로", "섞음"]):
        row = zip(RATES, short.mean(axis=0)[k, m], strict=True)
        print(f"  {when} 10바퀴:", "  ".join(f"{lr:g} → {s:.2f}" for lr, s in row))
        print(f"  {when} 40바퀴: 0.01 → {long.mean(axis=0)[k, m]:.2f}")
save("cnn/overview_digit_rates", short=short, long=long)
