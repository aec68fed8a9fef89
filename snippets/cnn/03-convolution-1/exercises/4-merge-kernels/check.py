import numpy as np


def merge_kernels(A, B):
    C = np.zeros(np.add(A.shape, B.shape) - 1)
    for (i, j), a in np.ndenumerate(A):
        C[i : i + B.shape[0], j : j + B.shape[1]] += a * B
    return C


def small(A, B):
    if A.shape != B.shape:
        return A
    return A * B


MISTAKES = {
    "B를 뒤집지 않았다. 커널끼리 합칠 때는 상호상관이 아니라 수학의 합성곱이 나온다.": (
        lambda A, B: merge_kernels(A, B[::-1, ::-1])
    ),
    "A와 B의 자리를 바꾸어 B만 남기고 뒤집지 않았다. A를 뒤집어야 한다.": (
        lambda A, B: merge_kernels(A[::-1, ::-1], B)
    ),
    "합친 커널이 180도 돌아갔다. 두 번 모두 뒤집지 않고 계산하므로 합친 것도 뒤집지 "
    "않는다.": lambda A, B: merge_kernels(A, B)[::-1, ::-1],
    "두 커널을 칸끼리 곱했다. 합친 커널의 크기가 두 커널이 함께 보는 넓이와 다르다.": (
        lambda A, B: A * B
    ),
    "두 커널을 행렬로 곱했다. 합친 커널의 크기가 두 커널이 함께 보는 넓이와 다르다.": (
        lambda A, B: A @ B
    ),
    "합친 커널의 크기가 두 커널이 함께 보는 넓이와 다르다.": small,
}


def cases(rng):
    shapes = [((2, 2), (2, 2)), ((3, 3), (3, 3)), ((3, 2), (1, 4)), ((2, 3), (4, 1))]
    shapes += [((1, 1), (2, 3)), ((3, 2), (1, 1)), ((2, 5), (3, 2))]
    for a, b in shapes:
        yield rng.normal(size=a), rng.normal(size=b)
    yield rng.integers(-5, 6, (2, 3)), rng.integers(-5, 6, (3, 3))


def check(answer) -> None:
    how = {"keeps": ("A", "B")}
    answer.compare("merge_kernels", merge_kernels, cases(answer.rng()), MISTAKES, **how)
