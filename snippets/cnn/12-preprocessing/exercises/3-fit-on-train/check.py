import numpy as np


def ruler(x, axis=(0, 2, 3), spread=np.std):
    """x의 통계로 표준화하는 함수"""
    mean = x.mean(axis=axis, keepdims=True)
    scale = spread(x, axis=axis, keepdims=True)
    return lambda y: (y - mean) / scale


def standardize(train, test):
    return fitted()(train, test)


def fitted(**how):
    """학습 데이터의 통계를 다르게 구한 것"""
    return lambda train, test: (ruler(train, **how)(train), ruler(train, **how)(test))


def together(train, test):
    both = ruler(np.concatenate([train, test]))
    return both(train), both(test)


MISTAKES = {
    "테스트 데이터를 테스트 데이터의 통계로 맞추었다.": (
        lambda train, test: (ruler(train)(train), ruler(test)(test))
    ),
    "둘을 이어 붙여 통계를 구했다. 테스트가 샌다.": together,
    "둘을 이어 붙여 구한 통계로 테스트를 맞추었다. 테스트가 샌다.": (
        lambda train, test: (ruler(train)(train), together(train, test)[1])
    ),
    "채널을 가르지 않고 한 벌의 통계를 썼다.": fitted(axis=(0, 1, 2, 3)),
    "픽셀의 자리마다 따로 구했다.": fitted(axis=0),
    "그림마다 따로 구했다. 채널마다 모든 그림에서 구한다.": (
        lambda train, test: (
            ruler(train, axis=(2, 3))(train),
            ruler(test, axis=(2, 3))(test),
        )
    ),
    "분산으로 나누었다. 표준편차로 나눈다.": fitted(spread=np.var),
    "평균만 뺐다. 표준편차로 나눈다.": fitted(spread=lambda x, **how: 1),
    "테스트 데이터는 그대로 두었다. 같은 통계로 빼고 나눈다.": (
        lambda train, test: (ruler(train)(train), test)
    ),
    "둘의 차례가 바뀌었다. 학습 데이터가 먼저다.": (
        lambda train, test: standardize(train, test)[::-1]
    ),
}


def cases(rng):
    for C, H, W in [(1, 2, 3), (3, 1, 1), *rng.integers(2, 5, (4, 3)).tolist()]:
        shift, scale = rng.uniform(1, 5, (C, 1, 1)), rng.choice([1, 255])
        train, test = (
            rng.uniform(0, top, (rng.integers(low, 9), C, H, W)) * shift * scale
            for top, low in ((1, 4), (0.4, 1))
        )
        yield train, test


def check(answer) -> None:
    how = {"keeps": ("train", "test")}
    answer.compare("standardize", standardize, cases(answer.rng()), MISTAKES, **how)
