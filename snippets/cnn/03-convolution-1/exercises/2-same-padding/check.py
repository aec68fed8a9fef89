def same_padding(k, dilation=1):
    if dilation * (k - 1) % 2:
        raise ValueError("줄어드는 칸을 양쪽에 똑같이 나눌 수 없다")
    return dilation * (k - 1) // 2


def only_odd(k, dilation=1):
    if k % 2 == 0:
        raise ValueError
    return same_padding(k, dilation)


MISTAKES = {
    "커널의 길이만 보고 거절했다. 크기를 지킬 수 있는 설정이다. 줄어드는 칸 "
    "dilation × (k − 1)이 짝수면 양쪽에 나눌 수 있다.": only_odd,
    "팽창을 빠뜨렸다. 팽창이 있으면 커널이 덮는 길이는 dilation × (k − 1) + 1이다.": (
        lambda k, dilation=1: (k - 1) // 2
    ),
    "팽창을 빠뜨렸고 커널의 길이만 보고 거절했다.": (
        lambda k, dilation=1: only_odd(k) and (k - 1) // 2
    ),
    "k − 1이 아니라 k의 절반에 팽창을 곱했다. 줄어드는 칸은 dilation × (k − 1)이다.": (
        lambda k, dilation=1: dilation * (k // 2)
    ),
    "패딩은 양쪽에 붙는다. 줄어든 칸 수를 그대로 돌려주면 두 배로 붙는다.": (
        lambda k, dilation=1: dilation * (k - 1)
    ),
}
# 나눌 수 없을 때도 답을 낸 것
ANSWERED = {
    "크기를 지킬 수 없는 설정에도 답을 냈다. 남는 칸을 버렸다.": (
        lambda k, dilation=1: dilation * (k - 1) // 2
    ),
    "크기를 지킬 수 없는 설정에도 답을 냈다. 남는 칸을 올렸다.": (
        lambda k, dilation=1: -(-dilation * (k - 1) // 2)
    ),
}


def check(answer) -> None:
    rng = answer.rng()
    drawn = rng.integers([1, 1], [40, 12], (30, 2)).tolist()
    tries = [(1,), (7,), (1, 1), (3, 1), (5, 1), (3, 2), (5, 3), (2, 2), (6, 4), *drawn]
    tries += [(2,), (2, 1), (4, 3), (8, 5)]
    parts = [[], []]
    for k, *dilation in tries:
        parts[(*dilation, 1)[0] * (k - 1) % 2].append((k, *dilation))
    answer.compare("same_padding", same_padding, parts[0], MISTAKES)
    answer.compare("same_padding", same_padding, parts[1], ANSWERED)
