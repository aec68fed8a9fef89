import numpy as np

from lessons import Array


def attend(query: Array, key: Array, value: Array, is_causal: bool = False) -> Array:
    """질문마다 닮은 열쇠의 값을 섞는다. 식 (2.12)–(2.14)

    query: (L, E), key: (S, E), value: (S, V). is_causal이면 L과 S가 같고
    자기 자리와 그 앞만 본다. 반환: (L, V)
    """
    raise NotImplementedError


key = np.array([[1.0, 0], [0, 1], [1, 1]])
value = np.array([[10.0], [100], [20]])
