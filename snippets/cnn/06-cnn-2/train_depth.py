# 허용 오차: 0.15
import numpy as np
import torch
from torch import nn

from lessons.artifacts import save
from lessons.datasets import load_digits

torch.set_num_threads(1)
X, y = load_digits()
order = np.random.default_rng(0).permutation(len(X))
X, y = torch.tensor(X[order].reshape(-1, 1, 8, 8) / 16), torch.tensor(y[order])
TRAIN, VALID, TEST = slice(0, 1000), slice(1000, 1400), slice(1400, None)
DEPTHS, RATES, EPOCHS = (2, 8, 16), (0.01, 0.04, 0.16, 0.64, 2.56), 6
ARMS = {"기본": "default", "He": "he", "배치 정규화": "norm"}


def network(depth, arm):
    layers, C = [], 1
    for i in range(depth):
        conv = nn.Conv2d(C, 8, 3, padding=1, bias=arm != "norm")
        if arm == "he":
            nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
            nn.init.zeros_(conv.bias)
        layers += [conv, *([nn.BatchNorm2d(8)] if arm == "norm" else []), nn.ReLU()]
        layers += [nn.MaxPool2d(2)] if i == 0 else []
        C = 8
    head = nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 10)
    return nn.Sequential(*layers, *head).double()


def share(model, part):
    model.eval()
    with torch.no_grad():
        return (model(X[part]).argmax(1) == y[part]).double().mean().item()


def train(depth, arm, lr, seed):
    torch.manual_seed(seed)
    model = network(depth, arm)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=EPOCHS)
    for _ in range(EPOCHS):
        model.train()
        for batch in torch.randperm(1000).split(50):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(X[batch]), y[batch]).backward()
            optimizer.step()
        schedule.step()
    return [share(model, part) for part in (TRAIN, VALID, TEST)]


kept = {}
print("학습률 후보", *RATES)
for name, arm in ARMS.items():
    for depth in DEPTHS:
        valid = [train(depth, arm, lr, seed=9)[1] for lr in RATES]
        lr = RATES[int(np.argmax(valid))]
        runs = np.array([train(depth, arm, lr, seed) for seed in range(3)])
        kept[f"{arm}_{depth}"] = np.array([lr, *runs.ravel()])
        fit, _, test = runs.mean(axis=0)
        worst = runs[:, 2].min()
        rate = f"학습률 {lr}" if max(valid) > 0.25 else "어느 학습률로도 못 배움"
        print(
            f"{name} {depth}층: {rate}, 학습 데이터 {fit:.2f}, "
            f"테스트 {test:.2f} (최악 {worst:.2f})"
        )

save("cnn/depth_digits", **kept)
