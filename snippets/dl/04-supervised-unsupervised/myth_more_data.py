import numpy as np

from lessons.datasets import load_digits
from lessons.dl.pseudo_label import centroid_proba, self_training

X, y = load_digits()


def proba(X, y, X_new):
    return centroid_proba(X, y, X_new, scale=8)


def score(known, labels):
    p = proba(X[known], labels[known], X)
    return np.mean(p.argmax(axis=1) == y)


for each, threshold in ((1, 0.9), (5, 0.9), (5, 0.99)):
    rng = np.random.default_rng(1)
    right, scores = [], []
    for _ in range(20):
        picked = np.concatenate(
            [rng.choice(np.flatnonzero(y == k), each, replace=False) for k in range(10)]
        )
        few = np.full(len(y), -1)
        few[picked] = y[picked]
        many = self_training(proba, X, few, threshold)
        known = many != -1
        right.append(np.mean(many[known] == y[known]))
        scores.append([score(few != -1, few), score(known, many), score(known, y)])
    before, after, truth = np.mean(scores, axis=0)
    worse = sum(after < before for before, after, _ in scores)
    print(f"레이블 {10 * each}장, 문턱 {threshold}")
    print(f"  맞은 의사 레이블 {np.mean(right):.2f}")
    print(f"  전 {before:.2f}, 후 {after:.2f}, 나빠진 횟수 20번 가운데 {worse}번")
    print(f"  같은 사진에 정답을 붙였다면 {truth:.2f}")
