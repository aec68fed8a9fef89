"""작은 실제 데이터 네 벌과 만들어 쓰는 점들. 내려받지 않고 NumPy만 쓴다.

이름과 값은 scikit-learn의 것과 같다. 실제 데이터의 출처와 라이선스는
data/README.md에 있다.
"""

from pathlib import Path

import numpy as np

from lessons import Array

DATA = Path(__file__).parent / "data"


def load_digits() -> tuple[Array, np.ndarray]:
    """8×8 손글씨 숫자 1,797장. 화소는 0(바탕)부터 16(먹)까지다.

    반환: X (1797, 64), y (1797,). 그림으로 보려면 X.reshape(-1, 8, 8)
    """
    with np.load(DATA / "digits.npz") as file:
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
    if scaled:
        X = X - X.mean(axis=0)
        X = X / np.sqrt((X**2).sum(axis=0))
    return X, y.astype(float)


def _table(name: str) -> tuple[Array, np.ndarray]:
    """소수점을 뗀 정수와 열마다의 소수 자릿수에서 원래 수를 되살린다."""
    with np.load(DATA / f"{name}.npz") as file:
        X = file["columns"].T / 10.0 ** file["decimals"]
        return X, file["y"].astype(int)


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
    arms = []
    for start, count in zip((0, np.pi), _two_sizes(n_samples), strict=True):
        t = np.linspace(0, 1, count)
        angle = start + 2 * np.pi * turns * t
        circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        arms.append((0.1 + 0.9 * t)[:, None] * circle)
    return _two_classes(arms, shuffle, noise, rng)


def _two_sizes(n_samples: int | tuple[int, int]) -> tuple[int, int]:
    sizes = n_samples
    if np.ndim(n_samples) == 0:
        sizes = n_samples // 2, n_samples - n_samples // 2
    if len(sizes) != 2 or min(sizes) < 0:
        raise ValueError(
            f"n_samples는 음이 아닌 수 하나나 둘이어야 한다. 받은 값: {n_samples}"
        )
    return sizes


def _two_classes(parts, shuffle, noise, rng) -> tuple[Array, np.ndarray]:
    """두 무리를 이어 0과 1을 붙이고, 섞고, 잡음을 더한다."""
    X = np.concatenate(parts)
    y = np.repeat([0, 1], [len(part) for part in parts])
    if shuffle:
        order = rng.permutation(len(y))
        X, y = X[order], y[order]
    return X if noise is None else X + rng.normal(scale=noise, size=X.shape), y
