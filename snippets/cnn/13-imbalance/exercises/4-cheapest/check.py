import numpy as np


def costs(y, score, fp, fn, tries, strict=False):
    said = (score > tries[:, None]) if strict else (score >= tries[:, None])
    return fp * (said & (y == 0)).sum(1) + fn * (~said & (y == 1)).sum(1)


def candidates(score):
    return np.append(np.inf, np.unique(score)[::-1])


def cheapest(y, score, cost_fp, cost_fn):
    return best(y, score, cost_fp, cost_fn, candidates(score))


def best(y, score, fp, fn, tries, strict=False):
    return tries[costs(y, score, fp, fn, tries, strict).argmin()]


def every_call(y, score, fp, fn):
    tries = candidates(score)
    said = score >= tries[:, None]
    return tries[(fp * said.sum(1) + fn * (~said & (y == 1)).sum(1)).argmin()]


MISTAKES = {
    "두 비용을 바꾸어 곱했다. 음성을 양성이라고 한 것에 cost_fp를 곱한다.": (
        lambda y, score, fp, fn: cheapest(y, score, fn, fp)
    ),
    "모두 음성이라고 하는 것을 빼놓았다. np.inf도 견준다.": (
        lambda y, score, fp, fn: best(y, score, fp, fn, np.unique(score)[::-1])
    ),
    "틀린 개수만 세었다. 두 가지 틀림에 저마다의 비용을 곱한다.": (
        lambda y, score, fp, fn: cheapest(y, score, 1, 1)
    ),
    "임곗값과 같은 점수를 음성이라고 했다. 이상이면 양성이다.": (
        lambda y, score, fp, fn: best(y, score, fp, fn, candidates(score), strict=True)
    ),
    "맞게 부른 양성에도 cost_fp를 물렸다. 음성을 양성이라고 한 것만 센다.": every_call,
    "가장 비싼 임곗값을 골랐다.": lambda y, score, fp, fn: cheapest(y, score, -fp, -fn),
    "임곗값이 아니라 그때의 비용을 돌려주었다.": lambda y, score, fp, fn: costs(
        y, score, fp, fn, candidates(score)
    ).min(),
}


def cases(rng):
    """가장 싼 임곗값이 하나뿐인 것만"""
    yield np.array([0, 0, 1, 0]), np.array([4, 3, 2, 1]), 5, 1
    yield np.array([0, 0]), np.array([1, 2]), 1, 1
    yield np.array([1, 1, 0]), np.array([0.2, 0.7, -0.4]), 0.5, 0.25
    yield np.array([0, 1, 0, 1, 1]), np.array([2, 2, 1, 1, 1]), 3, 2.5
    left = 14
    while left:
        N = rng.integers(4, 15)
        y, score = (rng.random(N) < 0.4).astype(int), rng.integers(-3, 7, N)
        fp, fn = rng.permutation([1, rng.integers(1, 20)]) + rng.choice([0, 0.5], 2)
        paid = np.sort(costs(y, score, fp, fn, candidates(score)))
        if paid[0] < paid[1] - 1e-9:
            yield y, score * rng.choice([1, 0.25]), float(fp), float(fn)
            left -= 1


def check(answer) -> None:
    how = {"keeps": ("y", "score")}
    answer.compare("cheapest", cheapest, cases(answer.rng()), MISTAKES, **how)
