import numpy as np
import torch
from torch.utils.data import TensorDataset, random_split

from lessons.dl import polynomial, polynomial_torch
from lessons.dl.polynomial import losses, noisy_wave
from lessons.dl.train_test_split_torch import stratified_subsets

y = torch.zeros(400, dtype=torch.long)
y[:20] = 1
dataset = TensorDataset(torch.arange(400), y)
generator = torch.Generator().manual_seed(0)
rng = np.random.default_rng(0)
plain, stratified = [], []
for _ in range(100):
    _, test = random_split(dataset, [320, 80], generator=generator)
    plain.append(int(y[test.indices].sum()))
    _, test = stratified_subsets(dataset, y, test_size=0.2, rng=rng)
    stratified.append(int(y[test.indices].sum()))
print("random_split의 양성:", min(plain), "~", max(plain))
print("층화 추출의 양성:   ", min(stratified), "~", max(stratified))

rng = np.random.default_rng(2)
x_train, y_train = noisy_wave(15, rng=rng)
x_valid, y_valid = noisy_wave(40, rng=rng)
ours = polynomial.descend(x_train, y_train, 12, steps=500)
theirs = polynomial_torch.descend(x_train, y_train, 12, steps=500)
print(f"계수의 가장 큰 차이: {abs(ours - theirs).max():.12f}")
best = [losses(path, x_valid, y_valid).argmin() for path in (ours, theirs)]
print("검증 손실이 가장 낮은 걸음:", *best)
