"""확률과 정답의 차를 제곱했다."""

import numpy as np

from lessons.dl.softmax import softmax


def best_temperature(z, y, temperatures):
    def score(T):
        return (
            ((softmax(z / T, axis=1) - np.eye(z.shape[1])[y]) ** 2).sum(axis=1).mean()
        )

    return min(temperatures, key=score)
