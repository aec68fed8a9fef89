import ast
import inspect
import textwrap

import numpy as np


def pointwise(x, W, b):
    return np.einsum("oc,nchw->nohw", W, x) + b[:, None, None]


def batch_too(x, W, b):
    N, C, height, width = x.shape
    mixed = (W @ x.reshape(C, -1)).reshape(N, len(W), height, width)
    return mixed + b[:, None, None]


def folded(x, W, b):
    N, C, height, width = x.shape
    rows = x.transpose(0, 2, 3, 1).reshape(-1, C) @ W.T + b
    return rows.reshape(N, len(W), height, width)


def unmoved(x, W, b):
    N, C, height, width = x.shape
    rows = x.reshape(-1, C) @ W.T + b
    return np.moveaxis(rows.reshape(N, height, width, len(W)), 3, 1)


def never_moved(x, W, b):
    N, C, height, width = x.shape
    return (x.reshape(-1, C) @ W.T + b).reshape(N, len(W), height, width)


MISTAKES = {
    "편향을 더하지 않았다.": lambda x, W, b: pointwise(x, W, 0 * b),
    "편향을 마지막 축에 더했다. 편향은 채널마다 하나다.": (
        lambda x, W, b: pointwise(x, W, 0 * b) + b
    ),
    "W를 전치했다. W의 행 하나가 출력 채널 하나다.": lambda x, W, b: (
        (W.T @ x.reshape(*x.shape[:2], -1)).reshape(len(x), len(W), *x.shape[2:])
        + b[:, None, None]
    ),
    "배치를 채널과 함께 폈다. 배치의 축은 그대로 둔다.": batch_too,
    "채널을 앞으로 옮기지 않고 접었다. reshape는 축을 옮기지 않는다.": folded,
    "채널을 뒤로 옮기지 않고 폈다. reshape는 축을 옮기지 않는다.": unmoved,
    "채널을 뒤로 옮기지 않고 펴서 그대로 접었다. reshape는 축을 옮기지 않는다.": (
        never_moved
    ),
    "높이와 너비를 편 채로 돌려주었다. 모양을 (N, C_out, H, W)로 되돌린다.": (
        lambda x, W, b: pointwise(x, W, b).reshape(len(x), len(W), -1)
    ),
}


def cases(rng):
    sizes = [(1, 2, 2, 3, 2), (2, 3, 4, 5, 4), (3, 1, 2, 2, 5), (2, 4, 3, 1, 1)]
    drawn = rng.integers([1, 1, 1, 1, 1], [4, 5, 6, 6, 5], (8, 5)).tolist()
    for N, C, height, width, C_out in sizes + drawn:
        x = rng.normal(size=(N, C, height, width)) * rng.choice([1, 1e4])
        yield x, rng.normal(size=(C_out, C)), rng.normal(size=C_out)


def check(answer) -> None:
    how = {"keeps": ("x", "W", "b")}
    answer.compare("pointwise", pointwise, cases(answer.rng()), MISTAKES, **how)
    source = textwrap.dedent(inspect.getsource(answer["pointwise"]))
    loops = ast.For | ast.While | ast.comprehension
    assert not any(isinstance(part, loops) for part in ast.walk(ast.parse(source))), (
        "값은 맞지만 반복문을 썼다. 행렬 곱으로 한 번에 한다. "
        "나온 것: for나 while, 기대한 것: @나 np.matmul."
    )
