import numpy as np

rng = np.random.default_rng(0)


def answers(weights, X):
    """가중치마다 X의 부호를 답한다. 정답과는 아무 상관이 없는 모델이다."""
    return weights @ X.T > 0


for tries in (1, 10, 100, 1000):
    chosen, later = [], []
    for _ in range(30):
        X_test, y_test = rng.standard_normal((100, 20)), rng.integers(2, size=100)
        X_new, y_new = rng.standard_normal((2000, 20)), rng.integers(2, size=2000)
        weights = rng.standard_normal((tries, 20))
        scores = (answers(weights, X_test) == y_test).mean(axis=1)
        best = weights[scores.argmax()]
        chosen.append(scores.max())
        later.append((answers(best, X_new) == y_new).mean())
    print(
        f"{tries:4d}가지에서 고름: 테스트 {np.mean(chosen):.2f}, "
        f"새 데이터 {np.mean(later):.2f}"
    )
