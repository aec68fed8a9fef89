import numpy as np

TURNS = {1: 0, 3: 2, 6: -1, 8: 1}


def upright(image, orientation, **other):
    """other: 그 방향에서 다르게 하는 일"""
    change = other.get(f"on{orientation}")
    return change(image) if change else np.rot90(image, TURNS[orientation])


def turned(**other):
    return lambda image, orientation: upright(image, orientation, **other)


def swap(image):
    return image.swapaxes(0, 1)


MISTAKES = {
    "반대쪽으로 돌렸다. 6은 시계 방향, 8은 시계 반대 방향이다.": turned(
        on6=np.rot90, on8=lambda image: np.rot90(image, -1)
    ),
    "행과 열만 바꾸면 거울에 비친 그림이 된다.": turned(on6=swap, on8=swap),
    "행과 열을 모두 바꾸었다. 색의 축은 그대로 둔다.": turned(
        on6=lambda image: image.T, on8=lambda image: image.T
    ),
    "위아래만 뒤집으면 글자가 거울상이 된다.": turned(on3=np.flipud),
    "좌우만 뒤집으면 글자가 거울상이 된다.": turned(on3=np.fliplr),
    "방향 3을 90°만 돌렸다. 3은 180°다.": turned(on3=np.rot90),
    "방향 1도 돌렸다. 1은 이미 바로 선 그림이다.": turned(on1=np.rot90),
    "방향 1일 때 돌려준 것이 없다. 그대로 돌려준다.": turned(on1=lambda image: None),
    "돌리지 않고 그대로 돌려주었다.": lambda image, orientation: image,
}


def cases(rng):
    for number in (1, 3, 6, 8, 6, 3, 8, 1):
        size = tuple(rng.integers(1, 7, 2).tolist())
        for shape in (size, (*size, 3), (4, 4)):
            yield rng.integers(0, 256, shape).astype(np.uint8), number
        yield rng.random((3, 4, 3)), number


def check(answer) -> None:
    how = {"keeps": ("image",)}
    answer.compare("upright", right, cases(answer.rng()), MISTAKES, **how)


def right(image, orientation):
    return upright(image, orientation).astype(float)  # 실수로 돌려주어도 맞다
