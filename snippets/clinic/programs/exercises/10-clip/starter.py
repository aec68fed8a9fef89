import numpy as np


def clip(grads: list[np.ndarray], limit: float) -> list[np.ndarray]:
    """모든 기울기를 한 벡터로 본 크기가 limit을 넘으면 그만큼 줄인다.

    grads: 모양이 서로 다른 기울기들. 모두 0일 수도 있다
    limit: 0보다 큰 수
    반환: 방향은 그대로이고 크기가 limit을 넘지 않는 새 기울기들
    """
    raise NotImplementedError
    total = np.sqrt(sum(np.sum(g**2) for g in grads))
    scale = max(limit / total, 1)
    return [g * scale for g in grads]
