import numpy as np


def rate_limit(A):
    return 2 / np.linalg.eigvalsh(A).max()


MISTAKES = {
    "대각선에서 가장 큰 수를 곡률로 썼다. 축 사이가 더 가파를 수 있다.": lambda A: (
        2 / np.diag(A).max()
    ),
    "고윳값을 모두 더했다. 가장 먼저 발산하는 방향 하나가 경계를 정한다.": lambda A: (
        2 / np.linalg.eigvalsh(A).sum()
    ),
    "고윳값을 평균 냈다. 가장 먼저 발산하는 방향 하나가 경계를 정한다.": lambda A: (
        2 / np.linalg.eigvalsh(A).mean()
    ),
    "가장 작은 고윳값을 썼다. 완만한 방향이 버텨도 가파른 방향이 먼저 발산한다.": (
        lambda A: 2 / np.linalg.eigvalsh(A).min()
    ),
    "첫째 고윳값을 썼다. np.linalg.eig는 큰 것부터 늘어놓지 않는다.": lambda A: (
        2 / np.linalg.eig(A)[0][0]
    ),
    "마지막 고윳값을 썼다. np.linalg.eig는 작은 것부터 늘어놓지 않는다.": lambda A: (
        2 / np.linalg.eig(A)[0][-1]
    ),
    "가장 빠른 학습률 2/(λmin + λmax)다. 물은 것은 발산하지 않는 경계다.": lambda A: (
        2 / np.linalg.eigvalsh(A)[[0, -1]].sum()
    ),
    "2/L이 아니라 1/L을 돌려주었다. 배율 1 − ηL이 −1이 되는 η를 찾는다.": lambda A: (
        1 / np.linalg.eigvalsh(A).max()
    ),
    "학습률이 아니라 곡률 L을 돌려주었다.": lambda A: np.linalg.eigvalsh(A).max(),
    "모든 성분의 제곱을 더한 길이로 나누었다. L은 가장 큰 고윳값이다.": lambda A: (
        2 / np.linalg.norm(A)
    ),
}


def cases(rng):
    yield np.array([[5.5, 4.5], [4.5, 5.5]])
    yield np.array([[5.5, -4.5], [-4.5, 5.5]])
    yield np.diag([1.0, 10.0])
    yield np.diag([10.0, 1.0])
    yield np.diag([2.0, 7.0, 0.5])
    yield np.array([[4.0]])
    for D in (5, 2, 3, 4, 3):
        Q, _ = np.linalg.qr(rng.standard_normal((D, D)))
        A = Q * rng.uniform(0.5, 8, D) @ Q.T * rng.choice([0.01, 1, 1e4])
        yield (A + A.T) / 2


def check(answer) -> None:
    matrices = ((A,) for A in cases(answer.rng()))
    answer.compare("rate_limit", rate_limit, matrices, MISTAKES)
