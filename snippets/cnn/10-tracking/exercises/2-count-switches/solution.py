import itertools


def count_switches(ids: list[int | None]) -> int:
    """정답 하나에 프레임마다 붙은 번호에서 ID 전환의 수를 센다.

    ids: 놓친 프레임은 None
    받은 것은 고치지 않는다
    """
    seen = [i for i in ids if i is not None]
    return sum(now != before for before, now in itertools.pairwise(seen))


print(count_switches([4, 4, None, 4]), count_switches([4, None, 7, 7, 4]))
