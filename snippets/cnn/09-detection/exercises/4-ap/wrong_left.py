"""왼쪽에서 본 가장 높은 값을 썼다."""


def ap(hits, n_truths):
    precision, right = [], 0
    for k, hit in enumerate(hits, 1):
        right += hit
        precision.append(right / k)
    heights = [max(precision[: k + 1]) for k, hit in enumerate(hits) if hit]
    return sum(heights) / n_truths
