import numpy as np

from lessons.datasets import load_digits

X, _ = load_digits()
rng = np.random.default_rng(0)
order = rng.permutation(64)
W = rng.integers(-3, 4, size=(64, 10)).astype(float)

same = np.array_equal(X @ W, X[:, order] @ W[order])
print("픽셀과 가중치를 함께 섞으면 출력이 같은가:", same)


def neighbour_gap(pixels):
    images = pixels.reshape(-1, 8, 8)
    return np.abs(images[:, :, 1:] - images[:, :, :-1]).mean()


print(f"옆 칸과의 평균 차이, 원래 그림: {neighbour_gap(X):.2f}")
print(f"옆 칸과의 평균 차이, 섞은 그림: {neighbour_gap(X[:, order]):.2f}")
