import numpy as np

TIMES = 2000


def shares(sample, z, T, seed):
    rng = np.random.default_rng(seed)
    drawn = [sample(z.copy(), T, rng) for _ in range(TIMES)]
    if not all(isinstance(k, (int, np.integer)) and 0 <= k < len(z) for k in drawn):
        raise AssertionError(
            f"0부터 {len(z) - 1}까지의 번호 하나를 돌려준다. 나온 값: {drawn[0]!r}"
        )
    return np.bincount(drawn, minlength=len(z)) / TIMES


def close(found, wanted):
    return np.abs(found - wanted).max() < 0.06


def proba(z, T):
    e = np.exp((z - z.max()) / T)
    return e / e.sum()


def check(answer) -> None:
    sample = answer["sample"]
    z = np.array([2.0, 1.0, 0.0]) + np.random.default_rng().uniform(-0.2, 0.2)
    cold = shares(sample, z, 0.5, 1)
    want = proba(z, 0.5)
    told = (
        f"로짓 {z.round(2).tolist()}, T = 0.5로 {TIMES}번 뽑았다. "
        f"나온 비율: {cold.round(2).tolist()}, 기대한 비율: {want.round(2).tolist()}"
    )
    if cold.max() == 1:
        raise AssertionError(f"늘 같은 것만 나온다. argmax가 아니라 뽑는다. {told}")
    if close(cold, np.full(3, 1 / 3)):
        raise AssertionError(f"모두 똑같이 뽑았다. p에 확률을 넘긴다. {told}")
    if close(cold, proba(z, 2)):
        raise AssertionError(f"온도를 곱했다. 로짓을 온도로 나눈다. {told}")
    if close(cold, proba(z, 1)):
        raise AssertionError(f"온도가 쓰이지 않았다. {told}")
    if not close(cold, want):
        raise AssertionError(f"비율이 다르다. {told}")
    again = [sample(z, 1.0, np.random.default_rng(7)) for _ in range(20)]
    if len(set(again)) > 1:
        raise AssertionError(
            "씨앗이 같은 rng를 넘겼는데 다른 것이 나왔다. 받은 rng로 뽑는다. "
            f"나온 값: {again}"
        )
    with np.errstate(all="ignore"):
        try:
            big = shares(sample, np.array([1e4, 1e4 - 1]), 1.0, 2)
        except ValueError as error:
            raise AssertionError(
                "로짓이 10000이면 exp가 넘친다. softmax를 쓰거나 가장 큰 값을 뺀다. "
                f"나온 오류: {error}"
            ) from None
    if not close(big, proba(np.array([1.0, 0.0]), 1.0)):
        raise AssertionError(f"로짓이 10000일 때 비율이 다르다. 나온 비율: {big}")
