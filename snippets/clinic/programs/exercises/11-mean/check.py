import numpy as np


def right(p, y, parts=len, sign=1, taken=1):
    """parts: 무엇으로 나누는가, taken: 정답에서 빼는 수"""
    answers = np.zeros(p.shape)
    answers[np.arange(len(y)), y] = taken
    return sign * (p - answers) / parts(p)


def otherwise(**how):
    return lambda p, y: right(p, y, **how)


MISTAKES = {
    "평균이 아니라 합을 미분했다. 그림의 수로 나눈다.": otherwise(parts=lambda p: 1),
    "성분의 수로 나누었다. 손실은 그림마다 하나이니 그림의 수로 나눈다.": otherwise(
        parts=np.size
    ),
    "클래스의 수로 나누었다. 손실은 그림마다 하나이니 그림의 수로 나눈다.": otherwise(
        parts=lambda p: p.shape[1]
    ),
    "그림의 수의 제곱근으로 나누었다. 평균은 그림의 수로 나눈다.": otherwise(
        parts=lambda p: np.sqrt(len(p))
    ),
    "부호가 반대다. 확률에서 정답을 뺀다.": otherwise(sign=-1),
    "정답을 빼지 않았다.": otherwise(taken=0),
    "나눈 다음에 1을 뺐다. 빼고 나서 나눈다.": (
        lambda p, y: p / len(y) + len(y) * right(p, y) - p
    ),
    "배열을 모두 더한 수 하나다. 로짓과 모양이 같다.": lambda p, y: right(p, y).sum(),
}


def cases(rng):
    yield np.array([[0.25, 0.75], [0.5, 0.5]]), np.array([1, 0])
    for N, K in ((1, 3), (5, 4), (8, 10), (6, 2)):
        e = np.exp(rng.normal(0, 2, (N, K)))
        yield e / e.sum(axis=1, keepdims=True), rng.integers(0, K, N)


def check(answer) -> None:
    tried = cases(answer.rng())
    answer.compare("logit_gradient", right, tried, MISTAKES, keeps=("p",))
