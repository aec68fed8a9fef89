"""확률이 확률다운가: 보정 곡선과 브라이어 점수, 달라진 비율을 되돌리는 식.

앞의 둘은 이름과 인자가 scikit-learn을 따른다.
출처: Brier (1950), Elkan (2001), Saerens 외 (2002)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite
from lessons.cnn.imbalance.ranking import positive, weights
from lessons.scalars import choice, count, number

# --8<-- [end:imports]


# --8<-- [start:calibration_curve]
def calibration_curve(
    y_true: ArrayLike,
    y_prob: ArrayLike,
    *,
    pos_label: float | str | None = None,
    n_bins: int = 5,
    strategy: str = "uniform",
) -> tuple[Array, Array]:
    """확률이 비슷한 것끼리 묶어, 묶음마다 정말 양성인 비율과 확률의 평균을 낸다.

    strategy: "uniform"은 같은 너비로, "quantile"은 샘플의 수가 같게 나눈다
    반환: 양성의 비율, 확률의 평균. 빈 묶음은 뺀다
    """
    y = positive(y_true, pos_label)
    p = finite("y_prob", y_prob, "N", N=len(y), low=0, high=1)
    edges = np.linspace(0, 1, count("n_bins", n_bins) + 1)
    if choice("strategy", strategy, ("uniform", "quantile")) == "quantile":
        edges = np.percentile(p, 100 * edges)
    group = np.searchsorted(edges[1:-1], p)
    total, true, said = (np.bincount(group, w, n_bins) for w in (None, y, p))
    some = total > 0
    return true[some] / total[some], said[some] / total[some]
# --8<-- [end:calibration_curve]


# --8<-- [start:brier_score_loss]
def brier_score_loss(
    y_true: ArrayLike,
    y_proba: ArrayLike,
    *,
    sample_weight: ArrayLike | None = None,
    pos_label: float | str | None = None,
) -> float:
    """확률과 정답(0, 1)의 평균 제곱 오차. 작을수록 좋다. 식 (13.11)"""
    y = positive(y_true, pos_label)
    p = finite("y_proba", y_proba, "N", N=len(y), low=0, high=1)
    return float(np.average((p - y) ** 2, weights=weights(sample_weight, len(y))))
# --8<-- [end:brier_score_loss]


# --8<-- [start:correct_prior]
def correct_prior(p: ArrayLike, old: float, new: float) -> Array:
    """양성이 old의 비율인 곳에서 배운 확률을 new인 곳의 확률로 고친다. 식 (13.12)

    p: 양성의 확률, 모양은 자유롭다
    old, new: 0과 1 사이. 배운 데이터의 비율과 쓸 곳의 비율
    """
    p = finite("p", p, low=0, high=1)
    old = number("old", old, above=0, below=1)
    new = number("new", new, above=0, below=1)
    yes, no = p * new / old, (1 - p) * (1 - new) / (1 - old)
    return yes / (yes + no)
# --8<-- [end:correct_prior]
