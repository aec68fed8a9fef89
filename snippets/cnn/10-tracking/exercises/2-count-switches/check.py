import itertools


def count(ids) -> int:
    seen = [i for i in ids if i is not None]
    return sum(a != b for a, b in itertools.pairwise(seen))


def every_change(ids) -> int:
    return sum(a != b for a, b in itertools.pairwise(ids))


def side_by_side(ids) -> int:
    pairs = itertools.pairwise(ids)
    return sum(None not in (a, b) and a != b for a, b in pairs)


def kinds(ids) -> int:
    return max(len({i for i in ids if i is not None}) - 1, 0)


def with_first(ids) -> int:
    return count(ids) + any(i is not None for i in ids)


def no_zero(ids) -> int:
    return count([i for i in ids if i])


MISTAKES = {
    "놓친 것까지 전환으로 세었다. None으로 바뀌거나 None에서 돌아온 것은 빼고, "
    "앞뒤의 번호만 견준다.": every_change,
    "바로 앞 프레임하고만 견주었다. 놓치기 전의 번호를 기억해야 한다.": side_by_side,
    "번호의 가짓수를 세었다. 바뀌었다가 돌아와도 두 번이다.": kinds,
    "처음 붙은 번호도 세었다. 그 앞에는 번호가 없었다.": with_first,
    "번호 0을 놓친 것으로 보았다. 놓친 것은 None뿐이다.": no_zero,
}


def cases(rng):
    known = [4, 4, 4], [4, 7], [4, None, 4], [4, None, 7], [4, 7, 4], [], [None, None]
    known += [0, 0, 1], [1, 0, 1], [None, 3, 3, None, 5, 3]
    for ids in known:
        yield (ids,)
    yield (rng.integers(900, 902, 9).tolist(),)
    for _ in range(20):
        drawn = rng.integers(-2, 4, int(rng.integers(2, 15)))
        yield ([None if i < 0 else int(i) for i in drawn],)


def check(answer) -> None:
    rng = answer.rng()
    answer.compare("count_switches", count, cases(rng), MISTAKES, keeps=("ids",))
