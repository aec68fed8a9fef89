from math import cos, pi


def warmup_cosine(t, lr, warmup, total):
    return rise(t, lr, warmup) if t < warmup else fall(t, lr, warmup, total)


def rise(t, lr, warmup):
    return lr * t / warmup


def fall(t, lr, warmup, total):
    return lr * (1 + cos(pi * part(t, warmup, total))) / 2


def part(t, warmup, total):
    """웜업이 끝난 때를 0, total을 1로 본 때. 1을 넘지 않는다."""
    return min((t - warmup) / (total - warmup), 1)


def falling(how):
    """웜업은 맞고 그 뒤가 다른 답."""

    def answer(t, lr, warmup, total):
        return rise(t, lr, warmup) if t < warmup else how(t, lr, warmup, total)

    return answer


def rising(how):
    """웜업이 다르고 그 뒤는 맞는 답."""

    def answer(t, lr, warmup, total):
        return how(t, lr, warmup) if t < warmup else fall(t, lr, warmup, total)

    return answer


def from_zero(t, lr, warmup, total):
    if t <= warmup:
        return rise(t, lr, warmup)
    return lr * (1 + cos(pi * min(t / total, 1))) / 2


MISTAKES = {
    "코사인은 웜업이 끝난 때부터 센다. 진행에서 warmup을 뺀다.": from_zero,
    "코사인을 0걸음부터 세어 끊긴다. 진행에서 warmup을 뺀다.": falling(
        lambda t, lr, warmup, total: lr * (1 + cos(pi * min(t / total, 1))) / 2
    ),
    "직선이 아니라 코사인을 따라 내려간다.": falling(
        lambda t, lr, warmup, total: lr * (1 - part(t, warmup, total))
    ),
    "반의반 바퀴만 돌았다. 반 바퀴는 π이고, 1을 더해 반으로 나눈다.": falling(
        lambda t, lr, warmup, total: lr * cos(pi / 2 * part(t, warmup, total))
    ),
    "한 바퀴를 돌았다. 반 바퀴는 π다.": falling(
        lambda t, lr, warmup, total: lr * (1 + cos(2 * pi * part(t, warmup, total))) / 2
    ),
    "코사인이 −1까지 내려간다. 1을 더해 반으로 나누면 1에서 0까지다.": falling(
        lambda t, lr, warmup, total: lr * cos(pi * part(t, warmup, total))
    ),
    "반으로 나누지 않았다. 1 + cos는 2에서 시작한다.": falling(
        lambda t, lr, warmup, total: 2 * fall(t, lr, warmup, total)
    ),
    "total을 지나면 되오르지 않고 0에 머문다.": falling(
        lambda t, lr, warmup, total: (
            lr * (1 + cos(pi * (t - warmup) / (total - warmup))) / 2
        )
    ),
    "내려가는 동안을 total로 나누었다. total − warmup걸음에 걸쳐 내려간다.": falling(
        lambda t, lr, warmup, total: (
            lr * (1 + cos(pi * min((t - warmup) / total, 1))) / 2 if t <= total else 0.0
        )
    ),
    "웜업이 끝난 뒤가 늘 lr이다. 코사인을 따라 0까지 내린다.": falling(
        lambda t, lr, warmup, total: lr
    ),
    "처음은 0이어야 한다. t + 1이 아니라 t에 비례한다.": rising(
        lambda t, lr, warmup: lr * (t + 1) / warmup
    ),
    "웜업이 늘 0이다. 0에서 lr까지 곧게 오른다.": rising(lambda t, lr, warmup: 0.0),
    "웜업이 없다. 0에서 lr까지 곧게 오른다.": rising(lambda t, lr, warmup: lr),
    "웜업이 코사인을 따라 오른다. 곧게 오른다.": rising(
        lambda t, lr, warmup: lr * (1 - cos(pi * t / warmup)) / 2
    ),
}


def cases(rng):
    lr = float(rng.uniform(0.1, 0.9))
    for t in (0, 5, 10, 55, 100, 150, 101, 9, 11):
        yield {"t": t, "lr": lr, "warmup": 10, "total": 100}
    yield 1, 1, 1, 2
    yield 2, 1, 1, 2
    for _ in range(20):
        warmup = int(rng.integers(1, 50))
        total = warmup + int(rng.integers(1, 90))
        lr = float(rng.uniform(0.1, 2) * rng.choice([1e-4, 1]))
        yield int(rng.integers(0, total + 30)), lr, warmup, total


def check(answer) -> None:
    answer.compare("warmup_cosine", warmup_cosine, cases(answer.rng()), MISTAKES)
