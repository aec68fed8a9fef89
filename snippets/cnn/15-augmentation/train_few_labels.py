# 허용 오차: 0.03
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.augmentation import compose
from lessons.cnn.augmentation.few_labels_torch import few, fit, predict_proba
from lessons.cnn.augmentation.mix import cutmix, mixup
from lessons.cnn.lenet_torch import small_lenet
from lessons.datasets import load_digits

X, y = load_digits()
X = X.reshape(-1, 1, 8, 8) / 16


def steps(*transforms):
    return {"transform": compose.Compose(transforms)}


def affine(k):
    return steps(compose.Affine(p=1, scale=k, translate_percent=k, rotate=120 * k))


WAYS = {
    "그대로": [({}, "")],
    "아핀": [(affine(k), f"{k}") for k in (0.03, 0.06, 0.12, 0.2)],
    "좌우 뒤집기": [(steps(compose.HorizontalFlip()), "")],
    "위아래 뒤집기": [(steps(compose.VerticalFlip()), "")],
    "잡음": [
        (steps(compose.GaussNoise(p=1, sigma=s)), f"{s}") for s in (0.2, 0.4, 0.8)
    ],
    "Cutout": [
        (steps(compose.CoarseDropout(p=1, size=s)), f"{s}") for s in (0.13, 0.25, 0.5)
    ],
    "MixUp": [({"mix": mixup}, "")],
    "CutMix": [({"mix": cutmix}, "")],
}


# 고르는 데 쓴 사진이 테스트에 섞이지 않게, 테스트는 어느 씨앗에서나 같다
apart = np.random.default_rng(99).permutation(len(y))


def split(seed):
    """50장의 번호, 검증, 테스트"""
    rng = np.random.default_rng(seed)
    order = rng.permutation(apart[700:])
    pool = order[300:]
    return pool[few(y[pool], 5, rng=rng)], order[:300], apart[:700]


def trained(options, seed):
    rows = split(seed)[0]
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    return fit(small_lenet(), X[rows], y[rows], epochs=200, rng=rng, **options)


recall = {}
print("세기마다 검증 정확도의 평균 | 고른 것의 테스트 정확도: 평균 (최악)")
for name, tries in WAYS.items():
    models = [[trained(options, seed) for seed in range(3)] for options, _ in tries]
    right = np.zeros((2, len(tries), 3))
    for part in (0, 1):
        for i, row in enumerate(models):
            for seed, model in enumerate(row):
                rows = split(seed)[1 + part]
                said = predict_proba(model, X[rows]).argmax(axis=1)
                right[part, i, seed] = (said == y[rows]).mean()
    best = right[0].mean(axis=1).argmax()
    test = right[1, best]
    grid = ", ".join(
        f"{s or '-'} → {v:.2f}"
        for (_, s), v in zip(tries, right[0].mean(1), strict=True)
    )
    print(f"{name}: {grid} | {tries[best][1]} {test.mean():.2f} ({test.min():.2f})")
    recall[name] = np.zeros(10)
    for seed, model in enumerate(models[best]):
        rows = split(seed)[2]
        said = predict_proba(model, X[rows]).argmax(axis=1)
        for k in range(10):
            recall[name][k] += (said[y[rows] == k] == k).mean() / 3
save("cnn/few_labels", **{f"recall_{i}": r for i, r in enumerate(recall.values())})
