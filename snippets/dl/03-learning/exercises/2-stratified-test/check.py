import numpy as np

DRAWS = 200  # 열에 하나씩 뽑을 때 한 번도 안 뽑힐 확률이 0.9의 200제곱이다


def check(answer) -> None:
    rng = answer.rng()
    for sizes, test_size in (
        ([30, 10, 60], 0.2),
        ([4, 12, 8], 0.25),
        ([20], 0.5),
        ([10, 50, 20, 30], 0.1),
        ([8, 2], 0.5),
    ):
        names = rng.permutation(["가", "나", "다", "라"] if sizes[0] > 8 else [7, 3, 5])
        y = rng.permutation(np.repeat(names[: len(sizes)], sizes))
        try_one(answer, y, test_size, rng)


def try_one(answer, y, test_size, rng) -> None:
    labels, sizes = np.unique(y, return_counts=True)
    want = np.rint(sizes * test_size).astype(int)
    tried = (
        f"클래스의 수 {dict(zip(labels.tolist(), sizes.tolist(), strict=True))}, "
        f"test_size={test_size}."
    )
    seeds = rng.integers(10**6, size=DRAWS).tolist()
    draws = [draw(answer, y, test_size, seed, tried) for seed in seeds]
    inside(draws, y, sizes, want, tried)
    for got in draws:
        if got.min(initial=0) < 0 or got.max(initial=0) >= len(y):
            raise AssertionError(
                f"없는 번호가 있다. 번호는 0부터 {len(y) - 1}까지다. {tried} "
                f"나온 값: {got.tolist()}"
            )
        if len(np.unique(got)) != len(got):
            raise AssertionError(
                f"같은 샘플을 두 번 뽑았다. 비복원으로 뽑는다. {tried} 나온 번호 "
                f"{len(got)}개 가운데 서로 다른 것은 {len(np.unique(got))}개"
            )
    counts = np.array([[(y[got] == k).sum() for k in labels] for got in draws])
    count(counts, sizes, want, tried)
    shuffled(draws, y, want, tried)
    if [draw(answer, y, test_size, s, tried).tolist() for s in seeds[:5]] != [
        got.tolist() for got in draws[:5]
    ]:
        raise AssertionError(
            "씨앗이 같은 rng를 넘겼는데 다른 번호가 나왔다. 받은 rng로 뽑는다. "
            f"{tried} 나온 번호의 첫 번째: {draws[0].tolist()}"
        )


def draw(answer, y, test_size, seed, tried):
    given = y.copy()
    rng = np.random.default_rng(seed)
    got = answer.run("stratified_test", given, test_size, rng)
    try:
        got = np.asarray(got)
    except ValueError:
        raise AssertionError(
            "클래스마다 나뉜 목록이다. np.concatenate로 이어 1차원 배열 하나로 만든다. "
            f"{tried} 나온 것: {len(got)}개를 담은 {type(got).__name__}"
        ) from None
    if not np.array_equal(given, y):
        raise AssertionError(
            "받은 y의 값이 바뀌어 있다. 차례를 바꾸면 번호가 다른 샘플을 가리킨다. "
            f"{tried} 나온 y: {given[:5].tolist()}…, 넣은 y: {y[:5].tolist()}…"
        )
    if got.ndim != 1 or (got.dtype.kind not in "iu" and got.size):
        raise AssertionError(
            "샘플의 번호를 담은 1차원 정수 배열이 아니다. 레이블이 아니라 번호를 "
            f"돌려준다. {tried} 나온 값: {got.tolist()!r:.60}"
        )
    return got.astype(int)


def inside(draws, y, sizes, want, tried) -> None:
    """클래스마다 나온 조각이 모두 0부터 그 클래스의 크기까지면 자리를 돌려준 것이다.

    그 번호가 저마다 제 클래스의 몫이면 앞쪽만 고른 것이지 자리가 아니다.
    """
    if len(sizes) == 1 or any(len(got) != want.sum() for got in draws):
        return
    parts = [np.split(got, np.cumsum(want)[:-1]) for got in draws]
    if all(
        part.max(initial=0) < size and len(np.unique(part)) == len(part)
        for split in parts
        for part, size in zip(split, sizes, strict=True)
    ) and any(
        (np.array([(y[got] == k).sum() for k in np.unique(y)]) != want).any()
        for got in draws
    ):
        raise AssertionError(
            "클래스 안에서의 자리를 돌려주었다. 처음의 번호로 되돌린다. "
            f"{tried} 나온 값: {draws[0].tolist()}"
        )


def count(counts, sizes, want, tried) -> None:
    """클래스마다 자기 몫만큼 뽑았는가."""
    first, least = counts[0], int(want.min())
    seen = f"{tried} 나온 수: {first.tolist()}, 기대한 수: {want.tolist()}"
    if (counts == want).all():
        return
    if (counts != first).any():
        other = next(row for row in counts if (row != first).any())
        raise AssertionError(
            "뽑을 때마다 클래스의 수가 달라진다. 전체에서 한 번에 뽑지 말고 클래스마다 "
            f"따로 뽑는다. {tried} 나온 수: {first.tolist()}, {other.tolist()}, …, "
            f"기대한 수: 늘 {want.tolist()}"
        )
    if (first == sizes - want).all():
        raise AssertionError(f"훈련에 쓸 쪽의 번호를 돌려주었다. {seen}")
    if len(first) > 1 and (first == first[0]).all() and first[0] >= least > 0:
        raise AssertionError(
            f"클래스마다 같은 수를 뽑았다. 같은 것은 수가 아니라 비율이다. {seen}"
        )
    raise AssertionError(
        f"클래스의 비율이 다르다. 클래스마다 자기 번호에서 자기 몫만큼 뽑는다. {seen}"
    )


def shuffled(draws, y, want, tried) -> None:
    """클래스마다 아무 번호나 골고루 나오는가."""
    if all(set(got.tolist()) == set(draws[0].tolist()) for got in draws):
        raise AssertionError(
            "rng를 바꾸어도 늘 같은 샘플을 뽑는다. 받은 rng로 클래스 안에서 섞은 뒤 "
            f"앞에서 자른다. {tried} 나온 값: {np.sort(draws[0]).tolist()}"
        )
    for label, n in zip(np.unique(y), want, strict=True):
        members = np.flatnonzero(y == label)
        places = [np.flatnonzero(np.isin(members, got)) for got in draws]
        if 3 <= n < len(members) - 1 and all(
            (np.diff(p) > 1).sum() + (p[0] > 0 or p[-1] < len(members) - 1) <= 1
            for p in places
        ):
            raise AssertionError(
                "이어진 번호만 한 덩이로 뽑는다. 클래스 안에서 섞은 뒤 자른다. "
                f"{tried} 클래스 {label} 안에서 나온 자리: {places[0].tolist()}"
            )
        share = np.bincount(np.concatenate(places), minlength=len(members)) / DRAWS
        if n < len(members) and (share.min() == 0 or share.max() == 1):
            raise AssertionError(
                "뽑힐 수 없거나 늘 뽑히는 샘플이 있다. 클래스 안에서 골고루 뽑는다. "
                f"{tried} 클래스 {label}을 {DRAWS}번 뽑아 나온 횟수의 가장 작은 것과 "
                f"큰 것: {share.min() * DRAWS:.0f}, {share.max() * DRAWS:.0f}"
            )
