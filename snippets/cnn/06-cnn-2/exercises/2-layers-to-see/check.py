def count(n, kernel, stride=1, grow=1, late=False, past=False, add=False) -> int:
    """grow: 층마다 kernel에서 빼는 수, late: 제 스트라이드까지 곱하는가,
    past: n칸을 넘을 때까지 쌓는가, add: 스트라이드를 곱하지 않고 더하는가"""
    if kernel == 1 and n > 1:
        raise ValueError("몇 개를 쌓아도 한 칸만 본다")
    size, jump, layers = 1, 1, 0
    while size < n + past:
        jump *= stride if late else 1
        size += (kernel - grow) * jump
        jump = jump if late else jump + stride if add else jump * stride
        layers += 1
    return layers


MISTAKES = {
    "층마다 kernel칸씩 는다고 보았다. 이미 보던 칸과 하나가 겹친다.": (
        lambda n, k, s=1: count(n, k, s, grow=0)
    ),
    "자기 층의 스트라이드까지 곱했다. 넓어지는 폭에는 앞 층들의 것만 곱한다.": (
        lambda n, k, s=1: count(n, k, s, late=True)
    ),
    "스트라이드를 쓰지 않았다. 앞 층들의 스트라이드를 곱해 넓어진다.": (
        lambda n, k, s=1: count(n, k, 1)
    ),
    "스트라이드를 곱하지 않고 더했다. 간격은 층마다 s배가 된다.": (
        lambda n, k, s=1: count(n, k, s, add=True)
    ),
    "꼭 n칸이어도 한 층을 더 쌓았다. n칸 이상이면 된다.": (
        lambda n, k, s=1: count(n, k, s, past=True)
    ),
    "n칸에 못 미치는데 멈추었다. n칸 이상이 될 때까지 쌓는다.": (
        lambda n, k, s=1: max(count(n + 1, k, s) - 1, 0)
    ),
}


def cases(rng):
    yield from ((1, 3), (7, 3), (224, 7), (1, 3, 2), (5, 3, 2), (7, 3, 2), (32, 3, 2))
    for _ in range(10):
        ends = (2, 500), (2, 8), (1, 4)
        yield tuple(int(rng.integers(*end)) for end in ends)


REFUSED = {
    "한 칸은 층 없이도 보인다. n이 1이면 커널이 한 칸이어도 0을 돌려준다.": (
        lambda n, k, s=1: count(2, 1)
    ),
}


def check(answer) -> None:
    rng = answer.rng()
    answer.compare("layers_to_see", count, cases(rng), MISTAKES)
    # 한 칸짜리 커널에서는 끝나지 않는 답이 있어 나중에 묻는다
    answer.compare("layers_to_see", count, [(1, 1), (1, 1, 2)], REFUSED)
    blind = [(2, 1), (2, 1, 3), (int(rng.integers(3, 30)), 1, 2), (5, 1, 1)]
    answer.compare("layers_to_see", count, blind)
