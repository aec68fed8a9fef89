# 허용 오차: 0.03
import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from lessons.artifacts import save
from lessons.cnn.overfitting.small_fashion import fashion_split, halve
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)
RATES, SEEDS = (0, 0.25, 0.5, 0.75), range(3)


def tensors(X, y):
    return torch.tensor(X, dtype=torch.float32), torch.tensor(y)


def conv_net(p):
    return nn.Sequential(
        *(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Dropout(p), nn.Linear(288, 128), nn.ReLU()),
        *(nn.Dropout(p), nn.Linear(128, 10)),
    )


def learn(p, X, y, seed):
    torch.manual_seed(seed)
    model = conv_net(p).train()
    optimizer = torch.optim.AdamW(model.parameters(), 4e-3, weight_decay=0)
    for _ in range(60):
        for batch in torch.randperm(len(X)).split(100):
            optimizer.zero_grad()
            cross_entropy(model(X[batch]), y[batch]).backward()
            optimizer.step()
    return model.eval()


@torch.inference_mode()
def accuracy(model, X, y):
    return (model(X).argmax(dim=1) == y).float().mean().item()


X_test, y_test = load_fashion_mnist(train=False)
test, kept = tensors(halve(X_test), y_test), []
for wrong in (0.3, 0):
    found = np.zeros((len(RATES), len(SEEDS), 3))  # 훈련, 검증, 테스트
    for seed in SEEDS:
        split = fashion_split(500, wrong, rng=np.random.default_rng(seed))
        few, valid = tensors(*split[:2]), tensors(*split[2:])
        for i, p in enumerate(RATES):
            model = learn(p, *few, seed)
            found[i, seed] = [accuracy(model, *data) for data in (few, valid, test)]
    means = found.mean(axis=1)
    print(f"틀린 정답 {wrong:.0%}, 검증", end=" ")
    print("  ".join(f"{p:g}: {v:.2f}" for p, v in zip(RATES, means[:, 1], strict=True)))
    for i in (0, means[:, 1].argmax()):
        worst = found[i, :, 2].min()
        print(f"  p = {RATES[i]:g}: 훈련 {means[i, 0]:.2f}", end=", ")
        print(f"테스트 {means[i, 2]:.2f} (최악 {worst:.2f})")
    kept.append(found)
save("cnn/overfit_in_cnn", found=np.array(kept))
