"""찾은 것의 수로 나누었다."""


def ap(hits, n_truths):
    precision, right = [], 0
    for k, hit in enumerate(hits, 1):
        right += hit
        precision.append(right / k)
    heights = [max(precision[k:]) for k, hit in enumerate(hits) if hit]
    return sum(heights) / len(heights) if heights else 0.0
