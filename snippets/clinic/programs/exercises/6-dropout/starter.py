import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    """학습할 때만 확률 p로 유닛을 버리고, 남은 것을 키워 평균을 지킨다.

    rng.random(h.shape)가 p 이상인 자리를 남긴다
    p: 0 이상 1 미만
    반환: h와 모양이 같은 새 배열. 학습이 아니면 h와 같은 값이고 난수를 뽑지 않는다
    """
    raise NotImplementedError
    keep = rng.random(h.shape) >= p
    return h * keep
