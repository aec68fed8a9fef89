import numpy as np


def separate(W: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """np.outer(세로, 가로)가 W와 같은 두 1차원 커널 (세로, 가로).

    W: (kh, kw), 0이 아닌 값이 하나는 있다
    오류: 그런 두 커널이 없으면 ValueError
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
