import numpy as np

from lessons.cnn.locality import shift, windows
from lessons.datasets import load_photo

x = load_photo("cat", 64).mean(axis=2)[None] / 255  # (1, 64, 64)
w = np.random.default_rng(0).normal(size=(9, 1))


def feature_map(x, stride=1, padding=0):
    return (windows(x, 3, stride, padding) @ w)[..., 0]


def gap(after, before):
    """두 지도의 가장 큰 차이를 지도의 가장 큰 값으로 나눈다."""
    return np.abs(after - before).max() / np.abs(before).max()


moved = shift(x, 0, 4)
print("옮긴 뒤 찾기와 찾은 뒤 옮기기")
a, b = feature_map(moved, padding=1), shift(feature_map(x, padding=1), 0, 4)
print(f"  한가운데: {gap(a[..., 1:-1, 6:-1], b[..., 1:-1, 6:-1]):.3f}")
print(f"  새로 드러난 왼쪽 끝: {gap(a[..., :6], b[..., :6]):.3f}")
for step in (1, 2, 3, 4):
    a = feature_map(shift(x, 0, step), stride=2)[..., 2:-2, 4:-2]
    b = shift(feature_map(x, stride=2), 0, step // 2)[..., 2:-2, 4:-2]
    print(f"  스트라이드 2, {step}칸 옮김: {gap(a, b):.3f}")
