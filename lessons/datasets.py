"""작은 실제 데이터와 만들어 쓰는 점들. 내려받지 않고 NumPy만 쓴다.

표와 숫자는 이름과 값이 scikit-learn의 것과 같다. 그림은 uint8이니 계산하기 전에 255로
나누어 실수로 바꾼다. 실제 데이터의 출처와 라이선스는 data/README.md에 있다.
"""

import numpy as np

from lessons import Array
from lessons.files import data_file
from lessons.scalars import choice, count, flag, generator, number, pair

FASHION_CLASSES = (
    *("티셔츠", "바지", "스웨터", "원피스", "코트"),
    *("샌들", "셔츠", "운동화", "가방", "앵클부츠"),
)
PHOTOS = ("astronaut", "cat", "coffee", "rocket")
SIDE = 224


def load_digits() -> tuple[Array, np.ndarray]:
    """8×8 손글씨 숫자 1,797장. 픽셀은 0(바탕)부터 16(먹)까지다.

    반환: X (1797, 64), y (1797,). 그림으로 보려면 X.reshape(-1, 8, 8)
    """
    with np.load(data_file("digits.npz")) as file:
        return file["X"].reshape(-1, 64).astype(float), file["y"].astype(int)


def load_iris() -> tuple[Array, np.ndarray]:
    """붓꽃 150송이의 꽃받침과 꽃잎 길이(cm). 세 품종이 50송이씩 있다.

    반환: X (150, 4), y (150,)
    """
    return _table("iris")


def load_breast_cancer() -> tuple[Array, np.ndarray]:
    """유방 종양 569개의 세포핵 측정값. y는 0이 악성, 1이 양성이다.

    반환: X (569, 30), y (569,)
    """
    return _table("breast_cancer")


def load_diabetes(scaled: bool = True) -> tuple[Array, np.ndarray]:
    """당뇨 환자 442명의 검사값과 한 해 뒤의 병세.

    scaled: 참이면 특성마다 평균을 0, 제곱합을 1로 맞춘다
    반환: X (442, 10), y (442,)
    """
    X, y = _table("diabetes")
    if flag("scaled", scaled):
        X = X - X.mean(axis=0)
        X = X / np.sqrt((X**2).sum(axis=0))
    return X, y.astype(float)


def _table(name: str) -> tuple[Array, np.ndarray]:
    """소수점을 뗀 정수와 열마다의 소수 자릿수에서 원래 수를 되살린다."""
    with np.load(data_file(f"{name}.npz")) as file:
        X = file["columns"].T / 10.0 ** file["decimals"]
        return X, file["y"].astype(int)


def load_fashion_mnist(train: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """옷과 신발 사진. 클래스 열 개가 똑같은 수로 들어 있는, 원본의 10분의 1이다.

    train: 참이면 학습 데이터 6,000장, 거짓이면 테스트 데이터 1,000장
    반환: X (N, 28, 28) uint8, 0(바탕)부터 255까지. y (N,), FASHION_CLASSES의 번호
    """
    split = "train" if flag("train", train) else "test"
    with np.load(data_file("fashion_mnist.npz")) as file:
        return file[f"X_{split}"], file[f"y_{split}"].astype(int)


def load_photo(name: str, size: int = SIDE) -> np.ndarray:
    """사진 한 장. 얼굴, 고양이, 물건, 풍경이 하나씩 있다.

    name: "astronaut", "cat", "coffee", "rocket"
    size: 한 변의 픽셀 수, 224까지. 줄인 픽셀은 그 칸에 든 픽셀의 평균이다
    반환: (size, size, 3) uint8, 빨강·녹색·파랑의 차례
    """
    size = count("size", size, 1, SIDE)
    with np.load(data_file(f"photos/{choice('name', name, PHOTOS)}.npz")) as file:
        planes = np.cumsum(file["planes"], axis=1, dtype=np.uint8)
    green, red, blue = planes[0], planes[1] + planes[0], planes[2] + planes[0]
    photo = np.stack([red, green, blue], axis=2)
    return photo if size == SIDE else _shrink(photo, size)


def _shrink(image: np.ndarray, size: int) -> np.ndarray:
    """칸이 픽셀과 겹치는 넓이로 평균을 낸다. 정수로 세어 어디서나 같은 값이 된다."""
    side = len(image)
    start, place = np.arange(size)[:, None] * side, np.arange(side) * size
    overlap = np.minimum(start + side, place + size) - np.maximum(start, place)
    overlap = overlap.clip(0)  # (size, side), 줄마다 더하면 side
    total = np.einsum("ij,jkc,lk->ilc", overlap, image, overlap, optimize=True)
    return ((2 * total + side**2) // (2 * side**2)).astype(np.uint8)


def make_moons(
    n_samples: int | tuple[int, int] = 100,
    *,
    shuffle: bool = True,
    noise: float | None = None,
    rng: np.random.Generator,
) -> tuple[Array, np.ndarray]:
    """맞물린 두 반달. 바깥 달이 0, 안쪽 달이 1이다.

    n_samples: 모두 몇 점인지, 또는 달마다 몇 점인지
    noise: 좌표에 더하는 정규 잡음의 표준편차
    반환: X (N, 2), y (N,)
    """
    outer, inner = _two_sizes(n_samples)
    t, s = np.linspace(0, np.pi, outer), np.linspace(0, np.pi, inner)
    moons = (
        np.stack([np.cos(t), np.sin(t)], axis=1),
        np.stack([1 - np.cos(s), 0.5 - np.sin(s)], axis=1),
    )
    return _two_classes(moons, shuffle, noise, rng)


def make_spirals(
    n_samples: int | tuple[int, int] = 100,
    *,
    turns: float = 1.5,
    shuffle: bool = True,
    noise: float | None = None,
    rng: np.random.Generator,
) -> tuple[Array, np.ndarray]:
    """같은 중심에서 turns바퀴 도는 두 나선. 반지름이 0.1에서 1까지 자란다.

    n_samples, noise, 반환: make_moons와 같다
    """
    arms, turns = [], number("turns", turns)
    for start, n in zip((0, np.pi), _two_sizes(n_samples), strict=True):
        t = np.linspace(0, 1, n)
        angle = start + 2 * np.pi * turns * t
        circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        arms.append((0.1 + 0.9 * t)[:, None] * circle)
    return _two_classes(arms, shuffle, noise, rng)


def _two_sizes(n_samples: int | tuple[int, int]) -> tuple[int, int]:
    if isinstance(n_samples, tuple | list):
        return pair("n_samples", n_samples)
    n_samples = count("n_samples", n_samples, 0)
    return n_samples // 2, n_samples - n_samples // 2


def _two_classes(parts, shuffle, noise, rng) -> tuple[Array, np.ndarray]:
    """두 무리를 이어 0과 1을 붙이고, 섞고, 잡음을 더한다."""
    X, rng = np.concatenate(parts), generator("rng", rng)
    y = np.repeat([0, 1], [len(part) for part in parts])
    if flag("shuffle", shuffle):
        order = rng.permutation(len(y))
        X, y = X[order], y[order]
    if noise is not None:
        X = X + rng.normal(scale=number("noise", noise, 0), size=X.shape)
    return X, y
