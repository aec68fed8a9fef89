def early_stop(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch


def tie(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss <= valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch


def previous(valid, patience):
    best = worse = epoch = 0
    for epoch in range(1, len(valid)):
        worse = worse + 1 if valid[epoch] > valid[epoch - 1] else 0
        if valid[epoch] < valid[best]:
            best = epoch
        if worse >= patience:
            break
    return best, epoch


def beyond(valid, patience):
    best, epoch = early_stop(valid, patience)
    return best, epoch + (epoch - best < patience)


def first_rise(valid, patience):
    for epoch in range(1, len(valid)):
        if valid[epoch] > valid[epoch - 1]:
            return epoch - 1, epoch
    return len(valid) - 1, len(valid) - 1


def never_reset(valid, patience):
    best, bad = 0, 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        elif epoch:
            bad += 1
        if bad >= patience:
            break
    return best, epoch


MISTAKES = {
    "한 번 올랐다고 곧바로 멈췄다. patience만큼 참는다.": first_rise,
    "한 번 못 깼다고 곧바로 멈췄다. patience만큼 참는다.": lambda valid, patience: (
        early_stop(valid, 1)
    ),
    "멈춘 뒤의 손실까지 보고 골랐다. 그때는 아직 모르는 값이다.": (
        lambda valid, patience: (
            min(range(len(valid)), key=list(valid).__getitem__),
            early_stop(valid, patience)[1],
        )
    ),
    "한 에폭을 더 참았다. patience에 이르면 멈춘다.": lambda valid, patience: (
        early_stop(valid, patience + 1)
    ),
    "한 에폭을 덜 참았다. patience에 이를 때 멈춘다.": lambda valid, patience: (
        early_stop(valid, patience - 1)
    ),
    "멈추지 않고 끝까지 갔다. patience번을 못 깨면 멈춘다.": lambda valid, patience: (
        early_stop(valid, len(valid))
    ),
    "차례가 바뀌었다. (최저 기록을 세운 에폭, 멈춘 에폭)이다.": (
        lambda valid, patience: early_stop(valid, patience)[::-1]
    ),
    "에폭이 아니라 그때의 손실을 돌려주었다. 최저 기록을 세운 에폭의 번호다.": (
        lambda valid, patience: (
            valid[early_stop(valid, patience)[0]],
            early_stop(valid, patience)[1],
        )
    ),
    "에폭을 1부터 세었다. 첫 에폭이 0번이다.": lambda valid, patience: tuple(
        n + 1 for n in early_stop(valid, patience)
    ),
    "멈춘 에폭이 아니라 본 에폭의 수를 돌려주었다. 0번부터 센다.": (
        lambda valid, patience: (
            early_stop(valid, patience)[0],
            early_stop(valid, patience)[1] + 1,
        )
    ),
    "멈추지 않았을 때의 번호가 하나 크다. 마지막 에폭은 len(valid) − 1이다.": beyond,
    "같은 값은 최저 기록을 깬 것이 아니다.": tie,
    "바로 앞의 손실과 견주었다. 지금까지의 최저와 견준다.": previous,
    "못 깬 횟수를 되돌리지 않았다. 최저를 깨면 0부터 다시 센다.": never_reset,
}


def cases(rng):
    yield [0.9, 0.6, 0.5, 0.55, 0.52, 0.6, 0.4], 3
    yield [0.9, 0.6, 0.5, 0.55, 0.52, 0.6, 0.4], 4
    yield [0.5, 0.5, 0.5, 0.4], 2
    yield [0.9, 0.8, 0.7], 2
    yield [0.5, 0.8, 0.7, 0.6, 0.3], 2
    yield [3.0], 1
    yield [300.0, 250.0, 260.0, 255.0, 240.0], 2
    yield [2.0, -1.0, 1e9, 0.0, -1.0, -2.0], 3
    for _ in range(20):
        curve = rng.integers(-3, 9, size=int(rng.integers(2, 15))) / 4
        yield curve.tolist(), int(rng.integers(1, 5))


def check(answer) -> None:
    answer.compare("early_stop", early_stop, cases(answer.rng()), MISTAKES)
