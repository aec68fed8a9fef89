import numpy as np

from lessons import Array


def scale_layers(X: Array, weights: list[Array]) -> list[Array]:
    """층마다 z = h @ W의 표준 편차가 1이 되게 W에 수 하나를 곱한다.

    X: (N, D) 입력, weights: 층마다의 W. 층 사이에는 ReLU가 있고 편향은 0이다
    반환: 고친 W의 목록. 받은 배열은 바꾸지 않는다
    """
    h, scaled = X, []
    for W in weights:
        W = W / (h @ W).std()
        scaled.append(W)
        h = np.maximum(h @ W, 0)
    return scaled


rng = np.random.default_rng(0)
X = rng.standard_normal((100, 64))
weights = [rng.uniform(-1, 1, (64, 64)) for _ in range(30)]
h = X
for W in scale_layers(X, weights):
    z = h @ W
    h = np.maximum(z, 0)
print(f"30층 뒤 z의 표준 편차: {z.std():.2f}")
