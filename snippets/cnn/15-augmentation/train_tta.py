# 허용 오차: 0.03
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.augmentation.compose import Affine, Compose, HorizontalFlip
from lessons.cnn.augmentation.few_labels_torch import few, fit, predict_proba
from lessons.cnn.augmentation.tta import predict_tta
from lessons.cnn.lenet_torch import small_lenet
from lessons.datasets import load_digits

X, y = load_digits()
X = X.reshape(-1, 1, 8, 8) / 16
apart = np.random.default_rng(99).permutation(len(y))  # train_few_labels와 같다


def affine(k):
    return Compose([Affine(p=1, scale=k, translate_percent=k, rotate=120 * k)])


def trained(seed):
    """쉰 장으로 배운 모델의 predict와 검증의 번호."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(apart[700:])
    valid, pool = order[:300], order[300:]
    rows = pool[few(y[pool], 5, rng=rng)]
    torch.manual_seed(seed)
    model = fit(small_lenet(), X[rows], y[rows], epochs=200, rng=rng)
    return lambda images: predict_proba(model, images), valid


models = [trained(seed) for seed in range(3)]


def right(part, flow, n):
    """씨앗마다의 정확도. part: valid(검증)나 test(테스트)"""
    found = []
    for seed, (predict, valid) in enumerate(models):
        rows = valid if part == "valid" else apart[:700]
        rng = np.random.default_rng(seed)
        p = predict_tta(predict, X[rows], flow, n, rng=rng)
        found.append((p.argmax(axis=1) == y[rows]).mean())
    return np.array(found)


once = right("valid", affine(0), 0).mean()
grid = {k: right("valid", affine(k), 16).mean() for k in (0.015, 0.03, 0.06, 0.12)}
best = max(grid, key=grid.get)
told = ", ".join(f"{k} → {v:.2f}" for k, v in grid.items())
print(f"검증 정확도: 한 번 {once:.2f}, 아핀의 세기마다 {told}")
table = {
    "한 번": right("test", affine(best), 0),
    "원본과 아핀 넷": right("test", affine(best), 4),
    "원본과 아핀 열여섯": right("test", affine(best), 16),
    "원본과 좌우 뒤집기": right("test", Compose([HorizontalFlip(p=1)]), 1),
}
save("cnn/tta", table=np.array(list(table.values())))
print(f"고른 세기 {best}. 테스트 정확도: 평균 (최악)")
for name, found in table.items():
    print(f"{name}: {found.mean():.2f} ({found.min():.2f})")
