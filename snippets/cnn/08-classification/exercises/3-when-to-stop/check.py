def follow(losses, patience):
    best, at = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, at = loss, epoch
        elif epoch - at >= patience:
            return epoch, at
    return len(losses) - 1, at


def compared_with_last(losses, patience):
    waited = 0
    for epoch in range(1, len(losses)):
        waited = waited + 1 if losses[epoch] >= losses[epoch - 1] else 0
        if waited >= patience:
            return epoch, losses.index(min(losses[: epoch + 1]))
    return len(losses) - 1, losses.index(min(losses))


def counted_all(losses, patience):
    best, at, waited = float("inf"), 0, 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, at = loss, epoch
        elif (waited := waited + 1) >= patience:
            return epoch, at
    return len(losses) - 1, at


def equal_too(losses, patience):
    best, at = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss <= best:
            best, at = loss, epoch
        elif epoch - at >= patience:
            return epoch, at
    return len(losses) - 1, at


def unfinished(losses, patience):
    """끝까지 멈추지 않으면 한 에폭을 더 센 것"""
    stop, at = follow(losses, patience)
    return stop + (stop == len(losses) - 1 and stop - at < patience), at


MISTAKES = {
    "바로 앞의 에폭과 비교했다. 가장 작던 값과 비교한다.": compared_with_last,
    "나아지면 세던 것을 0으로 되돌린다. 연달아 나빠진 것만 센다.": counted_all,
    "한 번 더 기다렸다. patience번째에 멈춘다.": lambda a, p: follow(a, p + 1),
    "한 번 덜 기다렸다. patience번째에 멈춘다.": lambda a, p: follow(a, p - 1),
    "멈춘 뒤의 손실까지 보았다. 그때는 아직 모르는 값이다.": (
        lambda a, p: (follow(a, p)[0], a.index(min(a)))
    ),
    "같은 값도 나아진 것으로 쳤다. 더 작아야 나아진 것이다.": equal_too,
    "두 에폭의 차례가 바뀌었다. 멈춘 에폭이 먼저다.": lambda a, p: follow(a, p)[::-1],
    "1부터 셌다. 에폭은 0부터 센다.": lambda a, p: tuple(e + 1 for e in follow(a, p)),
    "마지막 에폭의 번호가 하나 많다. 0부터 세면 마지막은 len(losses) - 1이다.": (
        unfinished
    ),
    "가장 나은 에폭이 아니라 그때의 손실을 돌려주었다.": (
        lambda a, p: (follow(a, p)[0], a[follow(a, p)[1]])
    ),
    "멈추지 않고 끝난 때를 빠뜨렸다. 그때는 마지막 에폭에서 멈춘 것이다.": (
        lambda a, p: follow(a, p) if follow(a, p)[0] - follow(a, p)[1] >= p else None
    ),
}
# 잘못마다 그 잘못만 드러내는 것
TELLING = [
    ([1.0, 1.5, 0.8, 0.9, 0.7, 0.6], 2),
    ([3.0, 2.0, 2.5, 2.2, 2.1, 2.8], 2),
    ([3.0, 2.0, 2.5, 2.6, 1.0], 2),
    ([5.0, 4.0, 4.0, 4.0, 4.5, 4.6], 2),
    ([1.0, 0.8, 0.9, 0.7, 0.75, 0.72, 0.6], 2),
    ([2.0, 1.0], 3),
    ([0.5], 1),
    ([1e9, 2e9, 3e9], 2),
    ([500.0, 300.0, 200.0, 400.0], 3),
    ([-1.0, -3.0, -2.0, -2.5, -4.0], 2),
]


def cases(rng):
    yield from TELLING
    for _ in range(14):
        losses = rng.integers(1, 12, rng.integers(4, 12)) / 4
        yield losses.tolist(), int(rng.integers(1, 4))


def check(answer) -> None:
    how = {"keeps": ("losses",)}
    answer.compare("when_to_stop", right, cases(answer.rng()), MISTAKES, **how)


def right(losses, patience):
    return follow(losses, patience)
