import numpy as np

from lessons import Array


def he_layers(sizes: list[int], rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """층마다 He 초깃값의 가중치와 0인 편향을 만든다.

    sizes: 입력부터 출력까지의 폭. [2, 16, 1]이면 층이 둘이다
    반환: (W, b)의 목록. W는 (fan_in, fan_out)이고 정규 분포에서 뽑는다. b는 (fan_out,)
    """
    raise NotImplementedError


sizes = [400, 300, 200]
