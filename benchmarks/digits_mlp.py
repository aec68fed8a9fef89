"""숫자 MLP를 우리 Tensor로 학습하는 시간이 PyTorch의 몇 배인지 잰다."""

from itertools import pairwise
from time import perf_counter

import numpy as np
import torch
import torch.nn.functional as F

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam

SIZES = (64, 128, 64, 10)
EPOCHS, BATCH, RATE = 3, 32, 2e-3


def ours(X, y) -> float:
    rng = np.random.default_rng(0)
    model = MLP(SIZES, rng=rng)
    optimizer = Adam(model.parameters(), lr=RATE)
    start = perf_counter()
    train(model, X, y, optimizer, epochs=EPOCHS, batch_size=BATCH, rng=rng)
    return perf_counter() - start


def theirs(X, y) -> float:
    X, y = torch.from_numpy(X), torch.from_numpy(y)
    layers = []
    for D, K in pairwise(SIZES):
        layers += [torch.nn.Linear(D, K, dtype=torch.float64), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    start = perf_counter()
    for _ in range(EPOCHS):
        order = torch.randperm(len(X))
        for batch in order.split(BATCH):
            optimizer.zero_grad()
            F.cross_entropy(model(X[batch]), y[batch]).backward()
            optimizer.step()
    return perf_counter() - start


def ratios() -> dict[str, float]:
    """float64로 3에폭을 학습하는 (우리 시간) / (torch 시간)."""
    X, y = load_digits()
    X = X[:1437] / 16
    y = y[:1437]
    times = [(ours(X, y), theirs(X, y)) for _ in range(5)]
    mine, library = (min(column) for column in zip(*times, strict=True))
    return {"숫자 MLP 학습, Tensor ÷ torch": mine / library}
