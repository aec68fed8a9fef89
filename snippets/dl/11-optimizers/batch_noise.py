import numpy as np

from lessons.datasets import load_diabetes

X, y = load_diabetes()
X, y = (X - X.mean(axis=0)) / X.std(axis=0), (y - y.mean()) / y.std()
N = len(X)
per_sample = -2 * X * y[:, None]  # 가중치가 0일 때 샘플마다의 기울기
full = per_sample.mean(axis=0)
print("샘플", N, "개, 전체 기울기의 길이", np.linalg.norm(full).round(2))

rng = np.random.default_rng(0)
for B in (1, 4, 16, 64):
    picked = rng.integers(N, size=(20_000, B))
    error = per_sample[picked].mean(axis=1) - full
    length = np.sqrt((error**2).sum(axis=1).mean())
    print(f"배치 {B:2}: 전체와 어긋난 길이 {length:.1f}")
