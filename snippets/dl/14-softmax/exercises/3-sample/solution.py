import numpy as np

from lessons import Array
from lessons.dl.softmax import softmax


def sample(z: Array, T: float, rng: np.random.Generator) -> int:
    """온도 T의 확률로 클래스 하나를 뽑는다.

    z: (K,) 로짓
    반환: 0부터 K − 1까지의 번호
    """
    return int(rng.choice(len(z), p=softmax(z / T)))


z = np.array([3.0, 2.0, 1.0, 0.0])
rng = np.random.default_rng(0)
for T in (0.1, 1, 10):
    drawn = [sample(z, T, rng) for _ in range(1000)]
    print(f"T = {T}: {np.bincount(drawn, minlength=4)}")
