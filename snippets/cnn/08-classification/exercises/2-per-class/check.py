import numpy as np


def per_class(M):
    hit, said, true = M.diagonal(), M.sum(axis=0), M.sum(axis=1)
    p, r = hit / np.maximum(said, 1), hit / np.maximum(true, 1)
    return p, r, 2 * hit / np.maximum(said + true, 1)


def nan_left(M):
    hit, said, true = M.diagonal(), M.sum(axis=0), M.sum(axis=1)
    return hit / said, hit / true, 2 * hit / (said + true)


def nan_harmonic(M):
    p, r, _ = nan_left(M)
    return p, r, 2 * p * r / (p + r)


def with_f1(f1):
    """F1만 다른 것"""
    return lambda M: (*per_class(M)[:2], f1(*per_class(M)[:2]))


MISTAKES = {
    "0 / 0이 NaN으로 남았다. 분모가 0인 자리를 먼저 다룬다.": nan_left,
    "0 / 0이 NaN으로 남았다. F1도 정밀도와 재현율이 모두 0이면 0이다.": nan_harmonic,
    "정밀도와 재현율이 뒤바뀌었다. 행이 정답이고 열이 답이다.": (
        lambda M: per_class(M.T)
    ),
    "그냥 평균했다. F1은 조화 평균이라 작은 쪽에 가깝다.": with_f1(
        lambda p, r: (p + r) / 2
    ),
    "F1에 2를 곱하지 않았다.": lambda M: (*per_class(M)[:2], per_class(M)[2] / 2),
    "F1 대신 IoU를 구했다.": with_f1(
        lambda p, r: p * r / np.where(p * r > 0, p + r - p * r, 1)
    ),
    "모든 샘플의 수로 나누었다. 그 클래스의 열이나 행의 합으로 나눈다.": (
        lambda M: (M.diagonal() / M.sum(),) * 3
    ),
    "클래스끼리 평균했다. 클래스마다 하나씩 돌려준다.": (
        lambda M: tuple(score.mean() for score in per_class(M))
    ),
}


def cases(rng):
    yield (np.array([[3, 1, 0], [1, 2, 0], [1, 1, 1]]),)
    yield (np.array([[1, 0], [0, 0]]),)
    yield (np.array([[0, 4], [1, 0]]),)
    yield (np.array([[7]]),)
    for K in (2, 3, 4, 5):
        yield (rng.integers(0, 9, (K, K)) + K * np.eye(K, dtype=int),)
    never = rng.integers(1, 9, (3, 3))
    never[:, 2] = 0  # 한 번도 답하지 않은 클래스
    gone = rng.integers(1, 90_000, (4, 4))
    gone[1] = gone[:, 1] = 0  # 정답에도 답에도 없는 클래스
    yield from ((never,), (never.T,), (gone,))


def check(answer) -> None:
    tries = cases(answer.rng())
    answer.compare("per_class", per_class, tries, MISTAKES, keeps=("M",))
