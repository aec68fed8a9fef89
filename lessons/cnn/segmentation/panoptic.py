"""파놉틱 품질(PQ). 픽셀마다 클래스와 번호를 함께 답하는 문제의 점수다.

출처: Kirillov 외 (2019) “Panoptic Segmentation”, 식 (1)과 4절
"""

# --8<-- [start:imports]
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import integers, same_shape
from lessons.cnn.segmentation.metrics import mean_of_present, ratio
from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:PanopticQuality]
@dataclass(frozen=True)
class PanopticQuality:
    """클래스마다의 성적. 정답에도 예측에도 없는 클래스는 NaN이다. 식 (11.9)"""

    iou: Array  # 짝지은 조각들의 IoU의 합
    tp: np.ndarray
    fp: np.ndarray
    fn: np.ndarray

    @property
    def pq(self) -> Array:
        return ratio(self.iou, self.tp + self.fp / 2 + self.fn / 2)

    @property
    def sq(self) -> Array:
        """짝지은 조각의 IoU의 평균. 짝이 없으면 0."""
        return np.where(np.isnan(self.pq), np.nan, self.iou / np.maximum(self.tp, 1))

    @property
    def rq(self) -> Array:
        """조각을 찾아낸 F1."""
        return ratio(self.tp, self.tp + self.fp / 2 + self.fn / 2)

    @property
    def mean(self) -> float:
        return mean_of_present(self.pq)
# --8<-- [end:PanopticQuality]


# --8<-- [start:panoptic_quality]
def panoptic_quality(
    y_true: ArrayLike, y_pred: ArrayLike, num_classes: int
) -> PanopticQuality:
    """클래스와 번호가 같은 픽셀을 한 조각으로 보고, IoU가 0.5를 넘는 조각끼리 짝짓는다.

    y_true, y_pred: (N, H, W, 2) 정수. 끝의 두 수가 (클래스, 번호)다
    정답의 클래스 -1은 답이 없는 픽셀이다. 반이 넘게 그 위에 있는 예측 조각은
    헛짚음으로 세지 않는다.
    """
    K = count("num_classes", num_classes)
    true = integers("y_true", y_true, "N, H, W, 2", low=-1)
    pred = integers("y_pred", y_pred, "N, H, W, 2", low=0)
    same_shape(y_true=true, y_pred=pred)
    integers("y_true", true[..., 0], high=K - 1)
    integers("y_pred", pred[..., 0], high=K - 1)
    iou, tp, fp, fn = np.zeros((4, K))
    for t, p in zip(true, pred, strict=True):
        ts, t_of, t_area = segments(t)
        ps, p_of, p_area = segments(p)
        both = np.zeros((len(ts), len(ps)))
        np.add.at(both, (t_of, p_of), 1)
        on_void = both[ts[:, 0] == -1].sum(axis=0)
        union = t_area[:, None] + p_area - on_void - both
        hit = (ts[:, None, 0] == ps[:, 0]) & (2 * both > union)
        i, j = np.nonzero(hit)
        lost = ~hit.any(axis=1) & (ts[:, 0] >= 0)
        false = ~hit.any(axis=0) & (2 * on_void <= p_area)
        np.add.at(iou, ts[i, 0], both[i, j] / union[i, j])
        tp += np.bincount(ts[i, 0], minlength=K)
        fn += np.bincount(ts[lost, 0], minlength=K)
        fp += np.bincount(ps[false, 0], minlength=K)
    return PanopticQuality(iou, tp, fp, fn)


def segments(panoptic: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """조각의 (클래스, 번호), 픽셀마다 조각의 자리, 조각의 넓이."""
    names, of, areas = np.unique(
        panoptic.reshape(-1, 2), axis=0, return_inverse=True, return_counts=True
    )
    return names, of.ravel(), areas
# --8<-- [end:panoptic_quality]
