"""테스트 데이터를 테스트 데이터의 통계로 맞추었다."""


def standardize(train, test):
    def own(x):
        over = {"axis": (0, 2, 3), "keepdims": True}
        return (x - x.mean(**over)) / x.std(**over)

    return own(train), own(test)
