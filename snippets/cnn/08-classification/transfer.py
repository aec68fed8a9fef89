# 허용 오차: 0.1
import copy

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, pad

from lessons.artifacts import save
from lessons.datasets import load_digits, load_fashion_mnist

torch.set_num_threads(1)
ARMS, STEPS = ("처음부터", "얼림", "미세 조정"), 80
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
TRIED = {"처음부터": RATES[:5], "얼림": RATES, "미세 조정": RATES[:5]}
PLAN = (("다른 옷", 2, 3), ("다른 옷", 10, 1), ("다른 옷", 50, 1), ("숫자", 5, 1))


def pictures(X, y, top):
    return torch.tensor(X, dtype=torch.float32)[:, None] / top, torch.tensor(y)


def enlarge(X):
    """8×8 숫자를 28×28로"""
    return pad(X.repeat_interleave(3, dim=2).repeat_interleave(3, dim=3), (2, 2, 2, 2))


def only(X, y, kept):
    """kept의 클래스만 골라 0부터 다시 번호를 붙인다."""
    inside = torch.isin(y, kept)
    return X[inside], torch.searchsorted(kept, y[inside])


def few(X, y, n, rng):
    """클래스마다 n장, 그리고 검증에 쓸 나머지 500장"""
    order = torch.tensor(rng.permutation(len(y)))
    parts = [order[y[order] == c] for c in y.unique()]
    chosen, rest = torch.cat([p[:n] for p in parts]), torch.cat([p[n:] for p in parts])
    rest = rest[torch.tensor(rng.permutation(len(rest))[:500])]
    return (X[chosen], y[chosen]), (X[rest], y[rest])


def backbone():
    layers, C = [], 1
    for out in (16, 32, 64):
        layers += [nn.MaxPool2d(2)] if C > 1 else []
        layers += [nn.Conv2d(C, out, 3, padding=1), nn.BatchNorm2d(out), nn.ReLU()]
        C = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten())


def learn(model, X, y, lr, steps, seed):
    generator = torch.Generator().manual_seed(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    model.train()
    for _ in range(steps):
        batch = torch.randperm(len(X), generator=generator)[:64]
        optimizer.zero_grad()
        cross_entropy(model(X[batch]), y[batch]).backward()
        optimizer.step()
        schedule.step()
    return model.eval()


def attempt(arm, base, X, y, lr, seed):
    """세 방법 가운데 하나로 배운 모델"""
    torch.manual_seed(seed)
    body = backbone() if arm == "처음부터" else copy.deepcopy(base)
    head = nn.Linear(64, len(y.unique()))
    if arm == "얼림":
        with torch.no_grad():
            features = body(X)
        return nn.Sequential(body, learn(head, features, y, lr, STEPS, seed))
    return learn(nn.Sequential(body, head), X, y, lr, STEPS, seed)


@torch.no_grad()
def share(model, X, y):
    return (model(X).argmax(1) == y).float().mean().item()


clothes, new_clothes = (pictures(*load_fashion_mnist(t), 255) for t in (True, False))
X, y = load_digits()
X, y = pictures(X.reshape(-1, 8, 8), y, 16)
digits, new_digits = (enlarge(X[:1200]), y[:1200]), (enlarge(X[1200:]), y[1200:])


def world(seed):
    """클래스를 무작위로 일곱과 셋으로 가른다. 일곱으로 배운 백본과 두 과제."""
    rng = np.random.default_rng(seed)
    order = torch.tensor(rng.permutation(10))
    known, unseen = order[:7].sort().values, order[7:].sort().values
    torch.manual_seed(seed)
    base = backbone()
    learn(
        nn.Sequential(base, nn.Linear(64, 7)), *only(*clothes, known), 0.01, 250, seed
    )
    tasks = {
        "다른 옷": (only(*clothes, unseen), only(*new_clothes, unseen)),
        "숫자": (digits, new_digits),
    }
    return base, tasks, rng


base, tasks, rng = world(9)
chosen = {}
for task, (old, _) in tasks.items():
    small, valid = few(*old, 5, rng)
    for arm in ARMS:
        rates = TRIED[arm]
        scores = [share(attempt(arm, base, *small, lr, 9), *valid) for lr in rates]
        chosen[task, arm] = rates[int(np.argmax(scores))]
        told = [f"{lr:g}에서 {s:.2f}" for lr, s in zip(rates, scores, strict=True)]
        print(f"{task}, {arm}:", ", ".join(told))

found = np.zeros((3, len(PLAN), len(ARMS)))
for seed in range(3):
    base, tasks, rng = world(seed)
    for i, (task, n, draws) in enumerate(PLAN):
        old, new = tasks[task]
        for _ in range(draws):  # 뽑힌 몇 장에 따라 많이 달라 여러 번 뽑는다
            small, _ = few(*old, n, rng)
            for k, arm in enumerate(ARMS):
                model = attempt(arm, base, *small, chosen[task, arm], seed)
                found[seed, i, k] += share(model, *new) / draws
for i, (task, n, _) in enumerate(PLAN):
    told = [
        f"{arm} {mean:.2f} (최악 {worst:.2f})"
        for arm, mean, worst in zip(
            ARMS, found[:, i].mean(axis=0), found[:, i].min(axis=0), strict=True
        )
    ]
    print(f"{task} {n}장: {', '.join(told)}")
save("cnn/transfer", found=found)
