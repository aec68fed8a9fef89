import numpy as np


def right(w, gradient, lr, steps, sign=1, keep=0.0, first=True, still=False):
    """keep: 지난 기울기를 남기는 몫, first: 처음 자리를 담는가,
    still: 늘 처음 자리에서 미분하는가"""
    start, grad = np.array(w, float), 0
    w, path = start, [start] if first else []
    for _ in range(steps):
        grad = keep * grad + gradient(start if still else w)
        w = w - sign * lr * grad
        path.append(w)
    return np.array(path)


def otherwise(**how):
    return lambda w, gradient, lr, steps: right(w, gradient, lr, steps, **how)


MISTAKES = {
    "지난 걸음의 기울기를 비우지 않아 모두 쌓인다.": otherwise(keep=1.0),
    "지난 기울기가 조금씩 남는다. 이 걸음의 기울기만 쓴다.": otherwise(keep=0.9),
    "기울기를 더했다. 반대쪽으로 걷는다.": otherwise(sign=-1),
    "처음 자리가 빠졌다. steps + 1개를 돌려준다.": otherwise(first=False),
    "늘 처음 자리에서 미분했다. 지금 자리에서 미분한다.": otherwise(still=True),
    "마지막 자리만 돌려주었다. 지나온 자리를 모두 돌려준다.": (
        lambda *given: right(*given)[-1]
    ),
    "같은 배열을 담아 지나온 자리가 모두 마지막 자리가 되었다. 베껴서 담는다.": (
        lambda *given: np.array([right(*given)[-1]] * (given[3] + 1))
    ),
}


def bowl(w):
    return w


def steep(w):
    return 3 * w - 1


def cases(rng):
    yield np.array([4.0]), bowl, 0.5, 3
    yield rng.normal(size=3), steep, 0.1, 5
    yield rng.normal(size=(2, 3)), bowl, 0.25, 4
    yield np.array([2, -3]), steep, 0.125, 3
    yield rng.normal(size=2), bowl, 0.5, 0


def check(answer) -> None:
    answer.compare("descend", right, cases(answer.rng()), MISTAKES, keeps=("w",))
