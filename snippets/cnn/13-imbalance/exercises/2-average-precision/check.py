import numpy as np


def steps(y, score, strict=False):
    """임곗값마다의 재현율과 정밀도. 큰 임곗값부터"""
    said = [score > t if strict else score >= t for t in np.unique(score)[::-1]]
    said = [s for s in said if s.any()]
    recall = np.array([y[s].sum() / y.sum() for s in said])
    return recall, np.array([y[s].mean() for s in said])


def average_precision(y, score, strict=False):
    recall, precision = steps(y, score, strict)
    return float(np.diff(recall, prepend=0) @ precision)


def one_by_one(y, score):
    y = y[np.argsort(-score, kind="stable")]
    return float((np.cumsum(y) / np.arange(1, len(y) + 1))[y == 1].mean())


def trapezoid(y, score):
    recall, precision = steps(y, score)
    middle = (precision + np.append(1, precision[:-1])) / 2
    return float(np.diff(recall, prepend=0) @ middle)


def smoothed(y, score):
    recall, precision = steps(y, score)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.diff(recall, prepend=0) @ best)


MISTAKES = {
    "동점을 하나씩 넘겼다. 점수가 같은 것은 함께 임곗값을 넘는다.": one_by_one,
    "점수를 보지 않고 받은 차례로 넘겼다.": lambda y, score: one_by_one(y, 0 * score),
    "사다리꼴로 넓이를 구했다. 정밀도는 계단이라 그 사이를 직선으로 잇지 않는다.": (
        trapezoid
    ),
    "오른쪽의 가장 높은 정밀도로 올렸다. 식 (13.4)는 그 임곗값의 정밀도를 쓴다.": (
        smoothed
    ),
    "모든 임곗값의 정밀도를 똑같이 평균했다. 재현율이 는 만큼을 무게로 삼는다.": (
        lambda y, score: float(steps(y, score)[1].mean())
    ),
    "재현율을 그대로 무게로 삼았다. 앞 임곗값에서 는 만큼만 무게다.": (
        lambda y, score: float(np.dot(*steps(y, score)))
    ),
    "점수가 낮은 쪽부터 넘겼다. 임곗값은 큰 것부터 낮춘다.": (
        lambda y, score: average_precision(y, -score)
    ),
    "임곗값과 같은 점수를 뺐다. 임곗값 이상이면 넘는다.": (
        lambda y, score: average_precision(y, score, strict=True)
    ),
    "백분율을 돌려주었다.": lambda y, score: 100 * average_precision(y, score),
}


def cases(rng):
    yield np.array([1, 0, 1, 0, 1]), np.array([5, 4, 4, 2, 1])
    yield np.array([1]), np.array([0])
    yield np.array([0, 1, 1, 0]), np.array([3, 3, 3, 3])
    for turn, N in enumerate(rng.integers(3, 20, 12)):
        y = (rng.random(N) < 0.4).astype(int)
        y[rng.integers(N)] = 1
        # 자연수, 음수가 섞인 것, 소수
        yield y, rng.integers((0, -3, -9)[turn % 3], 6, N) * (1, 1, 0.1)[turn % 3]


def check(answer) -> None:
    how = {"keeps": ("y", "score")}
    answer.compare("average_precision", right, cases(answer.rng()), MISTAKES, **how)


def right(y, score):
    return average_precision(y, score)
