"""작은 실제 데이터 네 벌. 내려받지 않고 NumPy만으로 읽는다.

이름과 값은 scikit-learn의 것과 같고, 출처와 라이선스는 data/README.md에 있다.
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
