def conv(n, k, p):
    return n + 2 * p - k + 1


def pool(n, k):
    return n // k


def follow(conv=conv, pool=pool, carry=True):
    """층마다 한 변을 고쳐 가며 적는 함수"""

    def shapes(size, layers):
        sides = []
        for kind, k, *padding in layers:
            side = pool(size, k) if kind == "pool" else conv(size, k, *padding)
            size = side if carry else size
            sides.append(side)
        return sides

    return shapes


MISTAKES = {
    "패딩을 한쪽에만 더했다.": follow(lambda n, k, p: n + p - k + 1),
    "풀링에서 남은 칸을 올림했다.": follow(pool=lambda n, k: -(-n // k)),
    "풀링에서 남은 칸을 버리지 않았다. //로 나눈다.": follow(pool=lambda n, k: n / k),
    "풀링에서 창의 길이만큼 뺐다. 창의 길이로 나눈다.": follow(
        pool=lambda n, k: n - k + 1
    ),
    "합성곱의 식에서 1을 빠뜨렸다.": follow(lambda n, k, p: n + 2 * p - k),
    "패딩을 더하지 않았다.": follow(lambda n, k, p: n - k + 1),
    "앞 층의 한 변을 다음 층에 넘기지 않았다.": follow(carry=False),
    "처음의 한 변까지 적었다. 층마다 하나다.": lambda size, layers: (
        [size, *follow()(size, layers)]
    ),
    "마지막 한 변만 돌려주었다. 층마다의 목록을 돌려준다.": (
        lambda size, layers: [size, *follow()(size, layers)][-1]
    ),
}


def cases(rng):
    yield 28, [("conv", 5, 2), ("pool", 2), ("conv", 5, 0), ("pool", 2)]
    yield 9, [("pool", 1), ("conv", 1, 0), ("conv", 3, 2), ("pool", 11)]
    for _ in range(16):
        layers = []
        for kind in rng.choice(["conv", "pool"], rng.integers(1, 7)):
            k, padding = int(rng.integers(2, 6)), int(rng.integers(0, 3))
            layers.append(
                ("pool", k % 2 + 2) if kind == "pool" else ("conv", k, padding)
            )
        size = int(rng.integers(41, 90))
        if min(follow()(size, layers)) > 0:
            yield size, layers


def check(answer) -> None:
    how = {"keeps": ("layers",)}
    answer.compare("shapes", follow(), cases(answer.rng()), MISTAKES, **how)
