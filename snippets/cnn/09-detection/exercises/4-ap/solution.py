def ap(hits, n_truths):
    """모든 점의 AP. 식 (9.12)

    hits: 점수가 높은 것부터 맞았는지(True, False), n_truths: 정답의 수(1 이상)
    받은 것은 고치지 않는다
    """
    precision, right = [], 0
    for k, hit in enumerate(hits, 1):
        right += hit
        precision.append(right / k)
    best = area = 0.0
    for hit, p in zip(reversed(hits), reversed(precision), strict=True):
        best = max(best, p)
        area += best * hit
    return area / n_truths


print(f"{ap([True, False, True, False], 4):.3f}")
print(ap([], 3))
