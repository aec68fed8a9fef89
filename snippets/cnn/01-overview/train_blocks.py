import numpy as np

from lessons.artifacts import save
from lessons.cnn.locality import WindowNet, accuracy, fit, scatter, shuffle_pixels
from lessons.datasets import load_digits

# 허용 오차: 0.03
X, y = load_digits()
mixed = np.random.default_rng(0).permutation(len(X))
X, y = X[mixed].reshape(-1, 8, 8) / 16, y[mixed]


def within_blocks(size, rng):
    """12×12를 size×size 토막으로 나누고 토막 안에서만 섞는 순서."""
    order = np.arange(144).reshape(12, 12)
    for i in range(0, 12, size):
        for j in range(0, 12, size):
            block = order[i : i + size, j : j + size]
            block[...] = rng.permutation(block.ravel()).reshape(block.shape)
    return order.ravel()


SIZES = [1, 2, 4, 12]
scores = np.zeros((3, len(SIZES)))
for seed in range(3):
    rng = np.random.default_rng(seed)
    train = scatter(X[:200].repeat(4, axis=0), 12, rng=rng), y[:200].repeat(4)
    test = scatter(X[1437:].repeat(2, axis=0), 12, rng=rng), y[1437:].repeat(2)
    for k, size in enumerate(SIZES):
        order = within_blocks(size, rng)
        model = WindowNet(5, 32, 10, rng=rng)
        seen = shuffle_pixels(train[0], order)
        fit(model, seen, train[1], epochs=10, lr=0.01, batch_size=50, rng=rng)
        scores[seed, k] = accuracy(model, shuffle_pixels(test[0], order), test[1])
for k, size in enumerate(SIZES):
    s = scores[:, k]
    print(f"{size}×{size} 토막 안에서: 평균 {s.mean():.2f}, 나쁜 씨앗 {s.min():.2f}")
save("cnn/overview_blocks", scores=scores)
