import numpy as np


def shared(box, size, low=0, high=0):
    """low와 high: 자르는 끝을 옮기는 칸의 수"""
    H, W = size
    x1, y1, x2, y2 = np.clip(box, -low, np.add([W, H, W, H], high))
    return (x2 - x1) * (y2 - y1) / (H * W)


def mixed(mine, other, share):
    return (1 - share) * mine + share * other


def cutmix_labels(mine, other, box, size):
    return mixed(mine, other, shared(box, size))


def negative(mine, other, box, size):
    H, W = size
    x1, y1, x2, y2 = box
    wide, high = min(x2, W) - max(x1, 0), min(y2, H) - max(y1, 0)
    return mixed(mine, other, wide * high / (H * W))


def sides(mine, other, box, size):
    """넓이의 비 대신 변의 비"""
    return mixed(mine, other, shared(box, size) ** 0.5)


MISTAKES = {
    "사진 밖으로 나간 넓이까지 셌다. 잘린 네모의 넓이로 센다.": (
        lambda m, o, box, size: mixed(m, o, shared(box, size, low=999, high=999))
    ),
    "오른쪽과 아래로 나간 넓이까지 셌다. 잘린 네모의 넓이로 센다.": (
        lambda m, o, box, size: mixed(m, o, shared(box, size, high=999))
    ),
    "왼쪽과 위로 나간 넓이까지 셌다. 잘린 네모의 넓이로 센다.": (
        lambda m, o, box, size: mixed(m, o, shared(box, size, low=999))
    ),
    "네모가 통째로 밖에 있으면 너비가 음수가 된다. 0으로 올린다.": negative,
    "가로와 세로를 바꾸어 읽었다. size는 (세로, 가로)다.": (
        lambda m, o, box, size: mixed(m, o, shared(box, size[::-1]))
    ),
    "끝을 한 칸 안쪽에서 잘랐다. 네모의 끝은 칸의 번호가 아니라 칸의 변이다.": (
        lambda m, o, box, size: mixed(m, o, shared(box, size, high=-1))
    ),
    "두 몫이 바뀌었다. 네모의 넓이는 다른 사진의 몫이다.": (
        lambda m, o, box, size: cutmix_labels(o, m, box, size)
    ),
    "넓이를 보지 않고 반씩 섞었다. 네모가 차지한 몫만큼 섞는다.": (
        lambda m, o, box, size: mixed(m, o, 0.5)
    ),
    "더 넓은 쪽의 정답만 남겼다. 정답도 넓이만큼 섞는다.": (
        lambda m, o, box, size: o if shared(box, size) > 0.5 else m
    ),
    "제 사진의 몫을 줄이지 않았다. 두 몫의 합이 1이다.": (
        lambda m, o, box, size: m + shared(box, size) * o
    ),
    "넓이가 아니라 변의 비로 섞었다.": sides,
}


def cases(rng):
    yield np.array([1.0, 0]), np.array([0.0, 1]), (1, 1, 6, 6), (4, 4)
    for K in rng.integers(2, 6, 10):
        H, W = rng.integers(1, 20, 2).tolist()
        x1, y1 = (int(rng.integers(-6, side + 2)) for side in (W, H))
        wide, high = rng.integers(1, 15, 2).tolist()
        mine, other = rng.dirichlet(np.ones(K), 2)
        yield mine, other, (x1, y1, x1 + wide, y1 + high), (H, W)
    mine, other = np.eye(3)[rng.permutation(3)[:2]]
    yield mine, other, (-4, -5, 3, 9), (6, 9)
    yield mine, other, (-5, -5, -1, -2), (4, 4)  # 통째로 밖
    yield mine, other, (2, 9, 5, 12), (8, 10)
    yield mine, other, (-2, -2, 30, 30), (5, 7)
    yield mine, mine, (0, 0, 2, 2), (3, 5)


def check(answer) -> None:
    how = {"keeps": ("mine", "other")}
    answer.compare("cutmix_labels", cutmix_labels, cases(answer.rng()), MISTAKES, **how)
