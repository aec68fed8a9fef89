"""채널을 가르지 않고 한 벌의 통계를 썼다."""


def standardize(train, test):
    mean, std = train.mean(), train.std()
    return (train - mean) / std, (test - mean) / std
