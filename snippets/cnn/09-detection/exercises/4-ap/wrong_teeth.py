"""톱니를 고르지 않았다."""


def ap(hits, n_truths):
    right, area = 0, 0.0
    for k, hit in enumerate(hits, 1):
        right += hit
        area += hit * right / k
    return area / n_truths
