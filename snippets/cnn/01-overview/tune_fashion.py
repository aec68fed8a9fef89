import numpy as np
import torch
from torch import nn

from lessons.artifacts import save
from lessons.datasets import load_fashion_mnist

# 허용 오차: 0.02
torch.set_num_threads(1)
X, y = load_fashion_mnist()  # 테스트 사진은 열지 않는다
X, y = torch.tensor(X / 255, dtype=torch.float32)[:, None], torch.tensor(y)
X, y, X_val, y_val = X[:5000], y[:5000], X[5000:], y[5000:]


def mlp():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )


def cnn():
    return nn.Sequential(
        *(nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(16 * 7 * 7, 10)),
    )


def score(make, order, seed, lr, epochs):
    torch.manual_seed(seed)
    model, draw = make(), torch.Generator().manual_seed(seed)
    seen, new = (a.flatten(1)[:, order].reshape(a.shape) for a in (X, X_val))
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    steps = epochs * len(X) // 100
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    for _ in range(epochs):
        for i in torch.randperm(len(X), generator=draw).split(100):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(seen[i]), y[i]).backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        return (model(new).argmax(dim=1) == y_val).double().mean().item()


RATES = {
    "MLP": (mlp, 8, (0.002, 0.004, 0.008, 0.016, 0.032)),
    "CNN": (cnn, 5, (0.01, 0.02, 0.04, 0.08)),
}
kept = {}
for name, (make, epochs, rates) in RATES.items():
    print(f"{name} {epochs}바퀴. 학습률마다 검증 정확도, 두 씨앗의 평균")
    for mixed, when in enumerate(["그대로", "섞음"]):
        scores = np.zeros((2, len(rates)))
        for seed in range(2):
            order = np.random.default_rng(seed).permutation(784)
            order = torch.tensor(order if mixed else np.arange(784))
            for k, lr in enumerate(rates):
                scores[seed, k] = score(make, order, seed, lr, epochs)
        row = scores.mean(axis=0)
        pairs = zip(rates, row, strict=True)
        print(f"  {when}", "  ".join(f"{lr:g} → {s:.3f}" for lr, s in pairs))
        kept[f"{name}_{mixed}"] = np.stack([rates, row])
save("cnn/overview_rates", **kept)
