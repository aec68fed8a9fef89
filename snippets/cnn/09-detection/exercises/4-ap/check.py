from functools import partial


def ap(hits, n_truths, side="오른쪽", found_only=False):
    p = [sum(hits[:k]) / k for k in range(1, len(hits) + 1)]
    seen = {
        "오른쪽": [max(p[k:]) for k in range(len(p))],
        "왼쪽": [max(p[: k + 1]) for k in range(len(p))],
        "그대로": p,
    }[side]
    total = sum(h for h, hit in zip(seen, hits, strict=True) if hit)
    return total / (max(sum(hits), 1) if found_only else n_truths)


def precision(hits, n_truths):
    return sum(hits) / max(len(hits), 1)


def recall(hits, n_truths):
    return sum(hits) / n_truths


def eleven(hits, n_truths):
    right, curve = 0, []
    for k, hit in enumerate(hits, 1):
        right += hit
        curve.append((right / k, right))
    at = range(11)
    best = [max((p for p, r in curve if 10 * r >= k * n_truths), default=0) for k in at]
    return sum(best) / 11


MISTAKES = {
    "톱니를 고르지 않았다. 그 자리부터 오른쪽의 가장 높은 값을 쓴다.": (
        partial(ap, side="그대로")
    ),
    "왼쪽에서 본 가장 높은 값을 썼다. 오른쪽을 본다.": partial(ap, side="왼쪽"),
    "찾은 것의 수로 나누었다. 못 찾은 정답도 센다.": partial(ap, found_only=True),
    "마지막의 정밀도만 돌려주었다. 곡선 전체를 평균한다.": precision,
    "재현율만 돌려주었다. 그때마다의 높이를 곱해 더한다.": recall,
    "열한 점에서 평균했다. 식 (9.12)는 모든 점의 넓이다.": eleven,
}


def cases(rng):
    yield [], 3
    yield [False, False], 2
    for turn in range(20):
        hits = [bool(b) for b in rng.integers(0, 2, size=2 + turn % 5 * 3)]
        yield hits, max(1, sum(hits) + int(rng.integers(0, 5)))


def check(answer) -> None:
    answer.compare("ap", ap, cases(answer.rng()), MISTAKES, keeps=("hits",))
