import numpy as np


def dropout(
    h: np.ndarray, p: float, training: bool, rng: np.random.Generator
) -> np.ndarray:
    """학습할 때만 확률 p로 유닛을 버리고, 남은 것을 키워 평균을 지킨다.

    rng.random(h.shape)가 p 이상인 자리를 남긴다
    p: 0 이상 1 미만
    반환: h와 모양이 같은 새 배열. 학습이 아니면 h와 같은 값이고 난수를 뽑지 않는다
    """
    if not training:
        return h.copy()
    keep = rng.random(h.shape) >= p
    return h * keep / (1 - p)


h, rng = np.ones((2, 4)), np.random.default_rng(0)
print(dropout(h, 0.5, True, rng).tolist())
print(dropout(h, 0.5, False, rng).tolist())
