import numpy as np


def together(grads):
    return np.sqrt(sum(np.sum(g**2) for g in grads))


def right(grads, limit, size=together, scale=lambda n, limit: limit / max(n, limit)):
    """size: 크기를 재는 법, scale: 크기에서 배율을 정하는 법"""
    factor = scale(size(grads), limit)
    return [g * factor for g in grads]


def otherwise(**how):
    return lambda grads, limit: right(grads, limit, **how)


MISTAKES = {
    "큰 것은 그대로 두고 작은 것을 키웠다. max가 아니라 min이다.": otherwise(
        scale=lambda n, limit: max(limit / n, 1)
    ),
    "작은 것까지 limit으로 키웠다. limit을 넘을 때만 줄인다.": otherwise(
        scale=lambda n, limit: limit / n
    ),
    "배열마다 따로 잘랐다. 모두 한 벡터로 보아야 방향이 그대로다.": (
        lambda grads, limit: [right([g], limit)[0] for g in grads]
    ),
    "성분마다 따로 잘랐다. 모두 한 벡터로 보아야 방향이 그대로다.": (
        lambda grads, limit: [np.clip(g, -limit, limit) for g in grads]
    ),
    "가장 큰 성분을 limit과 견주었다. 크기는 제곱의 합의 제곱근이다.": otherwise(
        size=lambda grads: max(np.abs(g).max() for g in grads)
    ),
    "성분의 크기를 더해 limit과 견주었다. 크기는 제곱의 합의 제곱근이다.": otherwise(
        size=lambda grads: sum(np.abs(g).sum() for g in grads)
    ),
    "제곱의 합에 제곱근을 씌우지 않았다.": otherwise(
        size=lambda grads: together(grads) ** 2
    ),
    "제곱을 평균 냈다. 배열이 길어도 그대로 더한다.": otherwise(
        size=lambda grads: np.sqrt(
            np.mean(np.concatenate([g.ravel() for g in grads]) ** 2)
        )
    ),
    "limit을 넘으면 모두 0으로 만들었다. 방향은 그대로 두고 길이만 줄인다.": otherwise(
        scale=lambda n, limit: float(n <= limit)
    ),
    "자르지 않았다.": lambda grads, limit: [g * 1.0 for g in grads],
}


def cases(rng):
    yield [np.array([30.0, 0.0]), np.array([40.0])], 1.0
    yield [np.array([3.0]), np.array([[4.0]])], 5.0  # 꼭 limit이다
    yield [np.array([0.3, -0.1]), np.array([0.2])], 2.0
    yield [np.zeros((2, 2)), np.zeros(2)], 1.0
    for _ in range(3):
        grads = [rng.normal(0, 9, (4, 3)), rng.normal(0, 40, 5), rng.normal(0, 1, 2)]
        yield grads, float(rng.uniform(0.5, 20))


def check(answer) -> None:
    tried = cases(answer.rng())
    answer.compare("clip", right, tried, MISTAKES, keeps=("grads",))
