import numpy as np

TIMES = 2000
NEAR = 0.056  # 2000번 뽑은 비율의 표준 편차는 많아야 0.0112다. 그 다섯 배


def proba(z, T):
    e = np.exp((z - z.max()) / T)
    return e / e.sum()


MISTAKES = {
    "모두 똑같이 뽑았다. p에 확률을 넘긴다.": lambda z, T: np.full(len(z), 1 / len(z)),
    "온도를 곱했다. 로짓을 온도로 나눈다.": lambda z, T: proba(z, 1 / T),
    "온도가 쓰이지 않았다.": lambda z, T: proba(z, 1),
    "로짓의 부호가 뒤집혔다. 로짓이 크면 더 자주 나온다.": lambda z, T: proba(-z, T),
    "확률을 온도로 나눈 뒤 다시 소프트맥스를 했다. 로짓을 나눈다.": lambda z, T: proba(
        proba(z, 1), T
    ),
    "온도를 제곱해 나누었다. 로짓을 온도로 나눈다.": lambda z, T: proba(z, T * T),
}


def check(answer) -> None:
    rng = answer.rng()
    tries = [
        (np.array([2.0, 1.0, 0.0]), 0.5),
        (np.array([0.0, 1.5, 0.0, 1.0, 0.5]), 1.0),
    ]
    tries.append((rng.permutation([-3.0, -1.0, 0.5, 2.0]), float(rng.uniform(1.5, 4))))
    found = [shares(answer, z, T, int(rng.integers(10**6))) for z, T in tries]
    same(answer, tries, found, rng)
    wanted = [proba(z, T) for z, T in tries]
    told = [
        f"로짓 {z.round(2).tolist()}, T = {T:.2f}로 {TIMES}번 뽑았다. "
        f"나온 비율: {got.round(3).tolist()}, 기대한 비율: {want.round(3).tolist()}"
        for (z, T), got, want in zip(tries, found, wanted, strict=True)
    ]
    wrong = [i for i in range(len(tries)) if not close(found[i], wanted[i])]
    for why, mistake in MISTAKES.items() if wrong else ():
        if all(
            close(got, mistake(*case)) for case, got in zip(tries, found, strict=True)
        ):
            raise AssertionError(f"{why} {told[wrong[0]]}")
    assert not wrong, f"비율이 다르다. {told[wrong[0]]}"
    large(answer)


def draw(answer, z, T, rng) -> int:
    k = answer.run("sample", z.copy(), T, rng)
    kind = np.asarray(k).dtype.kind
    if np.ndim(k) or kind not in "iu" or not 0 <= k < len(z):
        raise AssertionError(
            f"0부터 {len(z) - 1}까지의 번호 하나를 돌려준다. 로짓 {z.tolist()}, "
            f"T = {T:g}에서 나온 값: {k!r:.60}"
        )
    return int(k)


def shares(answer, z, T, seed):
    rng = np.random.default_rng(seed)
    drawn = [draw(answer, z, T, rng) for _ in range(TIMES)]
    return np.bincount(drawn, minlength=len(z)) / TIMES


def close(found, wanted) -> bool:
    return np.abs(found - wanted).max() < NEAR


def same(answer, tries, found, rng) -> None:
    """늘 같은 것만 나오는가, 받은 rng로 뽑는가."""
    z, T = tries[0]
    if all(got.max() == 1 for got in found):
        tops = [sample_top(answer, rng.permutation(6) * 1.0) for _ in range(20)]
        if all(tops):
            raise AssertionError(
                "늘 가장 큰 것만 나온다. argmax가 아니라 뽑는다. "
                f"로짓 {z.tolist()}, T = {T:g}로 {TIMES}번 뽑아 나온 비율: "
                f"{found[0].tolist()}, 기대한 비율: {proba(z, T).round(3).tolist()}"
            )
        raise AssertionError(
            "같은 rng로 여러 번 뽑아도 늘 같은 것만 나온다. 안에서 씨앗을 새로 심지 "
            f"말고 받은 rng로 뽑는다. 로짓 {z.tolist()}, T = {T:g}로 {TIMES}번 뽑아 "
            f"나온 비율: {found[0].tolist()}"
        )
    for seed in range(3):
        pair = [
            [draw(answer, z, 2.0, one) for _ in range(20)]
            for one in (np.random.default_rng(seed), np.random.default_rng(seed))
        ]
        if pair[0] != pair[1]:
            raise AssertionError(
                "씨앗이 같은 rng를 넘겼는데 다른 것이 나왔다. 받은 rng로 뽑는다. "
                f"나온 값: {pair[0]}과 {pair[1]}"
            )


def sample_top(answer, z) -> bool:
    return draw(answer, z, 20.0, np.random.default_rng(0)) == z.argmax()


def large(answer) -> None:
    """로짓이 아주 크거나 작아도 뽑는다."""
    for z in (np.array([1e4, 1e4 - 1]), np.array([-1e4, -1e4 - 1])):
        try:
            with np.errstate(all="ignore"):
                big = shares(answer, z, 1.0, 2)
        except ValueError as error:
            raise AssertionError(
                f"로짓이 {z[0]:g}이면 exp가 넘치거나 모두 0이 된다. softmax를 쓰거나 "
                f"가장 큰 값을 뺀다. 나온 오류: {error}"
            ) from None
        want = proba(z, 1.0)
        if not close(big, want):
            raise AssertionError(
                f"로짓이 {z.tolist()}일 때 비율이 다르다. 가장 큰 값을 먼저 뺀다. "
                f"나온 비율: {big.round(3).tolist()}, "
                f"기대한 비율: {want.round(3).tolist()}"
            )
