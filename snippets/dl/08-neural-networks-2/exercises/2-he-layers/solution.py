from itertools import pairwise

import numpy as np

from lessons import Array


def he_layers(sizes: list[int], rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """층마다 He 초깃값의 가중치와 0인 편향을 만든다.

    sizes: 입력부터 출력까지의 폭. [2, 16, 1]이면 층이 둘이다
    반환: (W, b)의 목록. W는 (fan_in, fan_out)이고 정규 분포에서 뽑는다. b는 (fan_out,)
    """
    return [
        (rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)), np.zeros(fan_out))
        for fan_in, fan_out in pairwise(sizes)
    ]


h = np.random.default_rng(0).standard_normal((50, 400))
for W, b in he_layers([400, 300, 200], np.random.default_rng(1)):
    h = np.maximum(h @ W + b, 0)
    print(W.shape, f"{W.std():.3f}", f"h² 평균 {(h**2).mean():.1f}")
