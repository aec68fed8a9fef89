"""지표를 시험할 무작위 정답."""

import numpy as np


def labels(rng: np.random.Generator, shares: list[float]) -> np.ndarray:
    """0과 1이 1개에서 39개. 양성의 비율은 shares에서 고르니 한 클래스뿐일 때도 있다."""
    N = int(rng.integers(1, 40))
    return (rng.random(N) < rng.choice(shares)).astype(int)
