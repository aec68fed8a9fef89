import numpy as np


def average_precision(y, score):
    """재현율이 는 만큼을 무게로 한 정밀도의 평균. 동점은 함께 임곗값을 넘는다.

    y: (N,) 0과 1. 1이 하나 이상 있다, score: (N,)
    반환: 수 하나
    받은 것은 고치지 않는다
    """
    y, score = np.asarray(y), np.asarray(score)
    total = before = 0.0
    for t in np.unique(score)[::-1]:
        said = score >= t
        recall = y[said].sum() / y.sum()
        total += (recall - before) * y[said].mean()
        before = recall
    return total


print(f"{average_precision([1, 0, 1, 0, 1], [5, 4, 3, 2, 1]):.4f}")
print(f"{average_precision([1, 0, 1, 0, 1], [5, 4, 4, 2, 1]):.4f}")
