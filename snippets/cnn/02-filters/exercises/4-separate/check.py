import numpy as np


def nearest(W):
    U, s, Vt = np.linalg.svd(W)
    return U[:, 0] * s[0], Vt[0]


def separate(W):
    if np.linalg.matrix_rank(W) > 1:
        raise ValueError("줄마다 비율이 다르다")
    return nearest(W)


def product(separate, W):
    """다시 곱한 것. 두 커널은 하나로 정해지지 않아 곱한 것을 견준다."""
    got = separate(W)
    if got is None:
        return None
    pair = isinstance(got, tuple | list | np.ndarray) and len(got) == 2
    assert pair, f"두 커널 (세로, 가로)를 돌려준다. 나온 값 {got!r}."
    column, row = (np.asarray(v, dtype=float) for v in got)
    shapes = f"나온 모양 {column.shape}, {row.shape}, W의 모양 {W.shape}."
    assert column.ndim == row.ndim == 1, f"두 커널 모두 1차원이어야 한다. {shapes}"
    return np.outer(column, row)


def by(place):
    """한 칸으로 나눈 것"""

    def separate(W):
        i, j = np.unravel_index(place(W), W.shape)
        return W[:, j] / W[i, j], W[i]

    return separate


def first_row(W):
    if not W[0].any():
        raise ValueError
    return separate(W)


def sized(*powers):
    """세로와 가로에 크기를 곱하는 횟수가 다른 것"""

    def mistaken(W):
        column, row = separate(W)
        size = np.linalg.norm(W)
        return column * size ** (powers[0] - 1), row * size ** powers[1]

    return mistaken


MISTAKES = {
    "첫 줄이 0인 커널을 놓쳤다. 0이 아닌 줄을 골라 나눈다.": first_row,
    "세로와 가로의 순서가 바뀌었다.": lambda W: separate(W)[::-1],
    "크기를 두 번 곱했다. 두 커널 가운데 하나에만 크기를 남긴다.": sized(1, 1),
    "방향은 맞지만 크기가 1이다. 두 커널 가운데 하나에 크기를 곱한다.": sized(0, 0),
    "합이 0인 커널을 합으로 나누었다.": lambda W: (
        W.sum(axis=1) / W.sum(),
        W.sum(axis=0),
    ),
    "0으로 나누었다. 0이 아닌 칸으로 나눈다.": by(lambda W: 0),
    "가장 큰 칸이 0일 때 0으로 나누었다. 절댓값이 가장 큰 칸을 고른다.": by(np.argmax),
}


def cases(rng):
    yield (np.outer([1, 2, 1], [1, 2, 1]),)
    yield (np.outer([1, 2, 1], [-1, 0, 1]),)
    yield (np.outer([0, 0, 3], [2, 0, -1]),)
    yield (np.outer([0, 1, 2], [-1, 0, -3]),)
    yield (np.array([[-7.0]]),)
    for h, w in ((3, 5), (4, 3), (1, 6), (5, 1), (3, 3)):
        scale = rng.choice([1e-3, 1, 1e4])
        yield (scale * np.outer(rng.normal(size=h), rng.normal(size=w)),)


def impossible(rng):
    yield (np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]),)
    yield (np.array([[1.0, 0], [0, 1]]),)
    yield (rng.normal(size=(3, 4)),)
    yield (np.outer([1, 2, 1], [1, 2, 1]) - 2 * (np.arange(9) == 8).reshape(3, 3),)


def check(answer) -> None:
    rng = answer.rng()
    how = {"via": product, "keeps": ("W",)}
    answer.compare("separate", separate, cases(rng), MISTAKES, **how)
    always = {"나눌 수 없는 커널에 ValueError를 내지 않았다.": nearest}
    answer.compare("separate", separate, impossible(rng), always, **how)
