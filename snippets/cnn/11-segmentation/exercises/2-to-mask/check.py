import numpy as np


def to_mask(counts, h, w):
    return flat(counts).reshape(w, h).T


def flat(counts):
    return np.repeat(np.arange(len(counts)) % 2 == 1, counts)


MISTAKES = {
    "가로로 채웠다. COCO는 세로로 훑으니 세로로 채운다.": (
        lambda counts, h, w: flat(counts).reshape(h, w)
    ),
    "가로와 세로가 뒤집혔다. (w, h)로 바꾸었으면 전치한다.": (
        lambda counts, h, w: flat(counts).reshape(w, h)
    ),
    "0과 1이 뒤집혔다. 첫 길이는 0의 길이다.": (
        lambda counts, h, w: ~to_mask(counts, h, w)
    ),
    "가로로 채웠고 0과 1도 뒤집혔다.": lambda counts, h, w: ~flat(counts).reshape(h, w),
    "길이가 0인 것을 지웠다. 첫 길이가 0이면 1부터 시작한다.": (
        lambda counts, h, w: to_mask([n for n in counts if n], h, w)
    ),
    "한 줄로 편 채 돌려주었다. (h, w)로 접는다.": lambda counts, h, w: flat(counts),
    "0과 1을 돌려주었다. 참거짓(bool)의 배열로 돌려준다.": (
        lambda counts, h, w: to_mask(counts, h, w).astype(int)
    ),
}


def run_lengths(mask):
    cells = mask.T.ravel()
    edges = np.flatnonzero(np.diff(cells, prepend=False))
    return np.diff(edges, prepend=0, append=cells.size).tolist()


def cases(rng):
    masks = [rng.random(rng.integers(1, 7, 2)) < rng.random() for _ in range(12)]
    masks += [np.zeros((3, 4), bool), np.ones((2, 5), bool), np.eye(4, 3, dtype=bool)]
    masks += [np.ones((1, 1), bool), np.eye(4, dtype=bool)]
    yield [4, 1, 2, 2, 3], 3, 4
    yield from ((run_lengths(mask), *mask.shape) for mask in masks)


def check(answer) -> None:
    how = {"keeps": ("counts",)}
    answer.compare("to_mask", to_mask, cases(answer.rng()), MISTAKES, **how)
