import numpy as np


def miou(table):
    return averaged(lambda both, truth, found: both / (truth + found - both))(table)


def averaged(share, here=lambda both, truth, found: truth + found > 0):
    """here인 클래스의 share를 평균하는 함수"""

    def mean(table):
        parts = np.array([np.diag(table), table.sum(axis=1), table.sum(axis=0)])
        return np.mean(share(*parts[:, here(*parts)]))

    return mean


def iou(both, truth, found):
    return both / (truth + found - both)


def everything(both, truth, found):
    return np.full(len(both), True)


MISTAKES = {
    "0으로 나눈 클래스가 평균에 섞였다. 먼저 뺀다.": averaged(iou, everything),
    "없는 클래스를 0으로 쳐서 평균에 넣었다.": averaged(
        lambda b, t, f: b / np.maximum(t + f - b, 1), everything
    ),
    "정답에 없는 클래스를 모두 뺐다. 답에만 있어도 평균에 넣는다.": averaged(
        iou, lambda b, t, f: t > 0
    ),
    "답에 없는 클래스를 모두 뺐다. 정답에만 있어도 평균에 넣는다.": averaged(
        iou, lambda b, t, f: f > 0
    ),
    "하나도 못 맞힌 클래스를 뺐다. 그 클래스의 IoU는 0이다.": averaged(
        iou, lambda b, t, f: b > 0
    ),
    "합친 수에서 겹친 수를 한 번 빼지 않았다.": averaged(lambda b, t, f: b / (t + f)),
    "정답의 수로만 나누었다. 그것은 재현율이다.": averaged(
        lambda b, t, f: b / t, lambda b, t, f: t > 0
    ),
    "답의 수로만 나누었다. 그것은 정밀도다.": averaged(
        lambda b, t, f: b / f, lambda b, t, f: f > 0
    ),
    "Dice를 구했다.": averaged(lambda b, t, f: 2 * b / (t + f)),
    "클래스마다 나누어 구한 뒤 평균한다.": averaged(
        lambda b, t, f: b.sum() / (t + f - b).sum()
    ),
    "픽셀 정확도를 구했다.": averaged(lambda b, t, f: b.sum() / t.sum()),
    "픽셀이 많은 클래스를 더 무겁게 쳤다. 클래스마다 똑같이 평균한다.": averaged(
        lambda b, t, f: (iou(b, t, f) * t).sum() / t.sum()
    ),
}


def cases(rng):
    yield (np.array([[90, 2, 0], [3, 5, 0], [0, 0, 0]]),)
    yield (np.array([[4, 1, 0], [0, 3, 0], [0, 0, 1]]),)
    yield (np.array([[0, 2], [0, 3]]),)  # 정답에만 있는 클래스
    yield (np.array([[0, 0], [2, 3]]),)  # 답에만 있는 클래스
    yield (np.array([[6]]),)
    for K in (2, 3, 4, 5, 3, 4):
        table = rng.integers(0, 30, (K, K)) * rng.integers(1, 900)
        table += 40 * np.eye(K, dtype=int)
        if K > 3:
            gone = rng.integers(K)  # 어디에도 없는 클래스
            table[gone] = table[:, gone] = 0
        yield (table,)


def check(answer) -> None:
    how = {"keeps": ("table",)}
    answer.compare("miou", miou, cases(answer.rng()), MISTAKES, **how)
