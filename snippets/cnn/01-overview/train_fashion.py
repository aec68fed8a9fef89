import numpy as np
import torch
from torch import nn

from lessons.artifacts import save
from lessons.datasets import load_fashion_mnist

# 허용 오차: 0.02
torch.set_num_threads(1)
X, y = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
X, X_test = (torch.tensor(a / 255, dtype=torch.float32)[:, None] for a in (X, X_test))
y, y_test = torch.tensor(y), torch.tensor(y_test)


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


def shuffled(X, order):
    return X.flatten(1)[:, order].reshape(X.shape)


def train(model, X, seed, lr, epochs):
    draw = torch.Generator().manual_seed(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    steps = epochs * len(X) // 100
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    for _ in range(epochs):
        for i in torch.randperm(len(X), generator=draw).split(100):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(X[i]), y[i]).backward()
            optimizer.step()
            schedule.step()


@torch.no_grad()
def accuracy(model, X):
    return (model(X).argmax(dim=1) == y_test).double().mean().item()


# 그대로일 때와 섞었을 때의 학습률. 검증 데이터로 골랐다
SETTINGS = {"MLP": (mlp, (0.008, 0.008), 8), "CNN": (cnn, (0.04, 0.02), 5)}
scores = np.zeros((3, 2, 2))  # 씨앗, 신경망, 섞었는가
moved = np.zeros((3, 2, 5))  # 씨앗, 신경망, 오른쪽으로 옮긴 칸
for seed in range(3):
    mix = torch.tensor(np.random.default_rng(seed).permutation(784))
    for k, (make, rates, epochs) in enumerate(SETTINGS.values()):
        for m, order in enumerate([torch.arange(784), mix]):
            torch.manual_seed(seed)
            model = make()
            train(model, shuffled(X, order), seed, rates[m], epochs)
            scores[seed, k, m] = accuracy(model, shuffled(X_test, order))
            for s in range(5) if m == 0 else ():
                right = nn.functional.pad(X_test, (s, -s))
                moved[seed, k, s] = accuracy(model, right)

for k, (name, (make, _, _)) in enumerate(SETTINGS.items()):
    size = sum(p.numel() for p in make().parameters())
    print(f"{name}: 매개변수 {size}개")
    for m, when in enumerate(["그대로", "섞음"]):
        s = scores[:, k, m]
        print(f"  {when} 평균 {s.mean():.2f}, 가장 나쁜 씨앗 {s.min():.2f}")
save("cnn/overview_fashion", scores=scores, moved=moved)
