def right(t, base, per_epoch, decay):
    return base * decay ** (t // per_epoch)


MISTAKES = {
    "걸음마다 줄어든다. 에폭이 끝났을 때만 줄인다.": (
        lambda t, base, per_epoch, decay: base * decay**t
    ),
    "에폭의 사이에서도 조금씩 줄어든다. 끝난 에폭의 수를 정수로 센다.": (
        lambda t, base, per_epoch, decay: base * decay ** (t / per_epoch)
    ),
    "첫 에폭부터 줄어 있다. 끝난 에폭이 없으면 base다.": (
        lambda t, base, per_epoch, decay: base * decay ** (t // per_epoch + 1)
    ),
    "한 걸음 일찍 줄어든다. t는 0부터 센다.": (
        lambda t, base, per_epoch, decay: base * decay ** ((t + 1) // per_epoch)
    ),
    "한 걸음 늦게 줄어든다. t는 0부터 센다.": (
        lambda t, base, per_epoch, decay: base * decay ** (max(t - 1, 0) // per_epoch)
    ),
    "에폭이 끝날 때마다 커진다. 나누지 않고 곱한다.": (
        lambda t, base, per_epoch, decay: base / decay ** (t // per_epoch)
    ),
    "한 번만 줄였다. 에폭이 끝날 때마다 다시 줄인다.": (
        lambda t, base, per_epoch, decay: base * (decay if t >= per_epoch else 1)
    ),
    "에폭마다 처음으로 돌아간다. 나머지 %가 아니라 몫 //이다.": (
        lambda t, base, per_epoch, decay: base * decay ** (t % per_epoch)
    ),
    "줄이지 않았다. 늘 base다.": lambda t, base, per_epoch, decay: base,
    "decay를 에폭의 수만큼 곱하지 않고 그 수와 곱했다.": (
        lambda t, base, per_epoch, decay: (
            base * (decay * (t // per_epoch) if t >= per_epoch else 1)
        )
    ),
}


def cases(rng):
    for t in (0, 1, 2, 3, 5, 6, 30):
        yield t, 0.8, 3, 0.5
    yield 7, 0.1, 1, 0.9
    for _ in range(4):
        per_epoch = int(rng.integers(5, 40))
        t = per_epoch * int(rng.integers(2, 9)) + int(rng.integers(1, per_epoch - 1))
        yield t, float(rng.uniform(0.01, 1)), per_epoch, float(rng.uniform(0.3, 0.9))


def check(answer) -> None:
    answer.compare("rate", right, cases(answer.rng()), MISTAKES)
