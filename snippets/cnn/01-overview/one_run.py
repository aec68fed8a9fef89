import numpy as np

from lessons.cnn.locality import WindowNet, accuracy, fit, scatter, shuffle_pixels
from lessons.datasets import load_digits

# 허용 오차: 0.03
rng = np.random.default_rng(0)
X, y = load_digits()
X = scatter(X.reshape(-1, 8, 8) / 16, 12, rng=rng)
X_train, y_train, X_test, y_test = X[:1000], y[:1000], X[1000:], y[1000:]

for pixels in (np.arange(144), rng.permutation(144)):
    model = WindowNet(5, 16, 10, rng=rng)
    seen = shuffle_pixels(X_train, pixels)
    fit(model, seen, y_train, epochs=6, lr=0.02, batch_size=50, rng=rng)
    right = accuracy(model, shuffle_pixels(X_test, pixels), y_test)
    print(f"가까운 칸이 {'그대로' if pixels[1] == 1 else '흩어지면'}: {right:.2f}")
