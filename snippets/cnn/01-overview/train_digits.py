import numpy as np

from lessons import nn
from lessons.artifacts import save
from lessons.cnn.locality import WindowNet, accuracy, fit, scatter, shuffle_pixels
from lessons.datasets import load_digits

# 허용 오차: 0.02
X, y = load_digits()
order = np.random.default_rng(0).permutation(len(X))
X, y = X[order].reshape(-1, 8, 8) / 16, y[order]


def mlp(rng):
    layers = nn.Linear(144, 32, rng=rng), nn.ReLU(), nn.Linear(32, 10, rng=rng)
    return nn.Sequential(nn.Flatten(), *layers)


def window_net(rng):
    return WindowNet(5, 32, 10, rng=rng)


MAKERS = {"MLP": mlp, "창 신경망": window_net}
scores = np.zeros((3, 2, 2))  # 씨앗, 신경망, 섞었는가
for seed in range(3):
    rng = np.random.default_rng(seed)
    train = scatter(X[:400].repeat(4, axis=0), 12, rng=rng), y[:400].repeat(4)
    test = scatter(X[1437:].repeat(2, axis=0), 12, rng=rng), y[1437:].repeat(2)
    for shuffled, pixels in enumerate([np.arange(144), rng.permutation(144)]):
        for k, make in enumerate(MAKERS.values()):
            model = make(rng)
            seen = shuffle_pixels(train[0], pixels)
            fit(model, seen, train[1], epochs=10, lr=0.01, batch_size=50, rng=rng)
            new = shuffle_pixels(test[0], pixels)
            scores[seed, k, shuffled] = accuracy(model, new, test[1])
            if seed == k - 1 == shuffled == 0:
                kept = model.state_dict()

for k, (name, make) in enumerate(MAKERS.items()):
    size = sum(p.data.size for p in make(rng).parameters())
    print(f"{name}: 매개변수 {size}개")
    for shuffled, when in enumerate(["그대로", "섞음"]):
        s = scores[:, k, shuffled]
        print(f"  {when} 평균 {s.mean():.2f}, 가장 나쁜 씨앗 {s.min():.2f}")
save("cnn/overview_digits", scores=scores, **kept)
