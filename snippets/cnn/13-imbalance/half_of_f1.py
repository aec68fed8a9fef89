import numpy as np

from lessons.cnn.imbalance.rare import two_clouds

for ratio in (1, 10, 100):
    X, _ = two_clouds(400_000, 400_000 // ratio, rng=np.random.default_rng(0))
    # 무더기를 만든 식을 아니 참인 확률을 적을 수 있다
    far = ((X - [1.5, 1.2]) ** 2).sum(axis=1) / 0.9**2 - (X**2).sum(axis=1)
    p = np.sort(1 / (1 + ratio * 0.9**2 * np.exp(far / 2)))[::-1]
    f1 = 2 * np.cumsum(p) / (np.arange(1, len(p) + 1) + p.sum())
    best = f1.argmax()
    print(f"1:{ratio}  가장 큰 F1 {f1[best]:.3f}, 그 임곗값 {p[best]:.3f}")
