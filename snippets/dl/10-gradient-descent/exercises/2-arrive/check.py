import numpy as np


def arrive(A, x0, lr, steps):
    curvatures, Q = np.linalg.eigh(A)
    return Q @ ((1 - lr * curvatures) ** steps * (Q.T @ x0))


def otherwise(factors):
    """배율의 거듭제곱을 다르게 구한 답."""

    def answer(A, x0, lr, steps):
        curvatures, Q = np.linalg.eigh(A)
        return Q @ (factors(lr * curvatures, steps) * (Q.T @ x0))

    return answer


def steepest(A, x0, lr, steps):
    return (1 - lr * np.linalg.eigvalsh(A).max()) ** steps * x0


def slowest(A, x0, lr, steps):
    factors = 1 - lr * np.linalg.eigvalsh(A)
    return factors[np.abs(factors).argmax()] ** steps * x0


def unsplit(A, x0, lr, steps):
    return (1 - lr * np.linalg.eigvalsh(A)) ** steps * x0


def split(A, x0, lr, steps):
    curvatures, Q = np.linalg.eigh(A)
    return (1 - lr * curvatures) ** steps * (Q.T @ x0)


def turned(A, x0, lr, steps):
    curvatures, Q = np.linalg.eigh(A)
    return Q.T @ ((1 - lr * curvatures) ** steps * (Q @ x0))


def by_rows(A, x0, lr, steps):
    curvatures, Q = np.linalg.eigh(A)
    return Q @ ((1 - lr * curvatures) ** steps * (Q @ x0))


def one_sided(A, x0, lr, steps):
    curvatures, Q = np.linalg.eigh(A)
    return Q @ ((1 - lr * curvatures) ** steps * x0)


MISTAKES = {
    "대각선만 보고 축마다 따로 걸었다. 비스듬한 그릇에서는 축이 서로 섞인다.": (
        lambda A, x0, lr, steps: (1 - lr * np.diag(A)) ** steps * x0
    ),
    "행렬을 성분마다 거듭제곱했다. 행렬의 거듭제곱은 그 행렬을 거듭 곱한 것이다.": (
        lambda A, x0, lr, steps: (np.eye(len(A)) - lr * A) ** steps @ x0
    ),
    "가장 가파른 방향의 배율을 온 벡터에 곱했다. 방향마다 배율이 다르다.": steepest,
    "가장 느린 방향의 배율을 온 벡터에 곱했다. 방향마다 배율이 다르다.": slowest,
    "x0를 고유벡터로 쪼개지 않고 성분에 배율을 곱했다.": unsplit,
    "고유벡터로 쪼갠 채로 돌려주었다. 몫에 고유벡터를 곱해 다시 더한다.": split,
    "Q와 Q.T가 바뀌었다. 고유벡터는 Q의 열이니 Q.T @ x0로 쪼갠다.": turned,
    "Q @ x0로 쪼갰다. 고유벡터는 Q의 열이니 Q.T @ x0로 쪼갠다.": by_rows,
    "x0를 쪼개지 않고 되돌리기만 했다. 먼저 Q.T @ x0로 쪼갠다.": one_sided,
    "배율에 걸음 수를 곱했다. 한 걸음마다 곱해지니 거듭제곱이다.": otherwise(
        lambda step, steps: (1 - step) * steps
    ),
    "걸음 수를 학습률에 곱해 한 걸음에 갔다. 걸을 때마다 기울기가 달라진다.": (
        otherwise(lambda step, steps: 1 - steps * step)
    ),
    "기울기를 더했다. 내려가는 배율은 1 - lr * λ다.": otherwise(
        lambda step, steps: (1 + step) ** steps
    ),
    "배율의 부호를 버렸다. 음수면 걸음마다 반대편으로 튄다.": otherwise(
        lambda step, steps: np.abs(1 - step) ** steps
    ),
    "지수 함수로 어림했다. 학습률이 아주 작을 때만 비슷하다.": otherwise(
        lambda step, steps: np.exp(-step * steps)
    ),
    "한 걸음 더 걸었다.": otherwise(lambda step, steps: (1 - step) ** (steps + 1)),
    "한 걸음 덜 걸었다.": otherwise(
        lambda step, steps: (1 - step) ** max(steps - 1, 0)
    ),
}


def rotated(curvatures, rng):
    Q, _ = np.linalg.qr(rng.standard_normal((len(curvatures), len(curvatures))))
    A = Q * curvatures @ Q.T
    return (A + A.T) / 2


def cases(rng):
    tilted = np.array([[5.5, 4.5], [4.5, 5.5]])
    yield tilted, np.array([1.0, 0.5]), 0.1, 1
    yield tilted, np.array([1.0, 0.5]), 0.18, 7
    yield np.array([[5.5, -4.5], [-4.5, 5.5]]), np.array([3.0, -1.0]), 0.05, 0
    yield np.diag([10.0, 1.0]), np.array([4.0, 1.0]), 0.2, 99_999  # 한쪽은 왕복한다
    yield np.diag([2.0, -2.0]), np.array([1.8, 1e-6]), 0.1, 80  # 안장점을 벗어난다
    yield np.array([[4.0]]), np.array([3.0]), 0.25, 5  # 한 걸음에 닿는다
    yield tilted, np.array([1.0, 0.5]), 1e-8, 10**8
    for D in (2, 3, 4, 5):
        A, lr = rotated(rng.uniform(-1, 8, D), rng), float(rng.uniform(0.05, 0.3))
        yield A, rng.normal(0, 3, D), lr, int(rng.integers(2, 12))


def check(answer) -> None:
    answer.compare("arrive", arrive, cases(answer.rng()), MISTAKES, keeps=("x0",))
