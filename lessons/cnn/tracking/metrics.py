"""추적을 재는 세 지표: CLEAR의 MOTA, 번호의 F1인 IDF1, 둘을 함께 보는 HOTA.

프레임마다 (정답의 번호, 추적의 번호, 비슷한 정도)를 받는다. 비슷한 정도는 (n, m)이고
상자라면 IoU다. 번호는 정수이고 한 프레임에 같은 번호가 두 번 나오지 않는다.
출처: Bernardin, Stiefelhagen (2008), Ristani 외 (2016), Luiten 외 (2021). 값은
TrackEval 1.3.0과 같고, rule="motmetrics"인 MOTA는 py-motmetrics 1.4.0과 같다
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.arrays import finite, integers, real
from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.tracking.assignment import linear_sum_assignment
from lessons.cnn.tracking.frames import as_frames
from lessons.scalars import choice, number

Frame = tuple[np.ndarray, np.ndarray, Array]
EPS = np.finfo(float).eps
# --8<-- [end:imports]


# --8<-- [start:compare]
def compare(truth: list, tracks: list) -> list[Frame]:
    """정답과 추적을 프레임마다 IoU로 견준다.

    truth, tracks: 프레임마다 (번호 (n,), 상자 (n, 4))
    """
    truth, tracks = as_frames("truth", truth), as_frames("tracks", tracks)
    if len(truth) != len(tracks):
        raise ValueError(f"프레임의 수가 다르다: {len(truth)}, {len(tracks)}.")
    both = zip(truth, tracks, strict=True)
    return [(a, b, box_iou(A, B)) for (a, A), (b, B) in both]
# --8<-- [end:compare]


# --8<-- [start:indexed]
def indexed(frames: list) -> tuple[list[Frame], Array, Array]:
    """번호를 0부터 다시 붙인 프레임과, 정답과 추적의 번호마다 나온 횟수."""
    frames = [list(_checked(*frame)) for frame in as_frames("frames", frames)]
    counts = []
    for side in (0, 1):
        ids = [frame[side] for frame in frames]
        _, at, times = np.unique(
            np.concatenate([*ids, np.zeros(0, int)]),
            return_inverse=True, return_counts=True,
        )
        ends = np.cumsum([len(i) for i in ids])
        for k, (end, one) in enumerate(zip(ends, ids, strict=True)):
            frames[k][side] = at[end - len(one) : end]
        counts.append(times.astype(float))
    return frames, *counts
# --8<-- [end:indexed]


# --8<-- [start:clear_mot]
def clear_mot(
    frames: list, threshold: float = 0.5, *, rule: str = "trackeval"
) -> dict[str, float]:
    """TP, FP, FN, IDSW와 MOTA, MOTP. 식 (10.8)

    rule: 앞의 짝을 이어 주는 법. "trackeval"은 바로 앞 프레임의 짝만, "motmetrics"는
        아무리 오래된 짝도 이어 준다
    정답이 하나도 없으면 MOTA는 0이다.
    """
    frames, truths, tracks = indexed(frames)
    threshold = number("threshold", threshold, 0, 1)
    lasting = choice("rule", rule, ("trackeval", "motmetrics")) == "motmetrics"
    match = _lasting if lasting else _recent
    last, recent = np.full((2, len(truths)), -1)  # 마지막 짝, 바로 앞 프레임의 짝
    TP, IDSW, overlap = 0, 0, 0.0
    for gt, track, iou in frames:
        if not iou.size:
            continue
        before = last[gt] if lasting else recent[gt]
        i, j = match(iou, before[:, None] == track, threshold)
        IDSW += int(((last[gt[i]] >= 0) & (last[gt[i]] != track[j])).sum())
        recent[:] = -1
        last[gt[i]] = recent[gt[i]] = track[j]
        TP, overlap = TP + len(i), overlap + iou[i, j].sum()
    n, FP = int(truths.sum()), int(tracks.sum()) - TP
    MOTA = (TP - FP - IDSW) / n if n else 0.0
    MOTP = float(overlap / max(TP, 1))
    return dict(TP=TP, FP=FP, FN=n - TP, IDSW=IDSW, MOTA=MOTA, MOTP=MOTP)
# --8<-- [end:clear_mot]


# --8<-- [start:matching]
def _recent(iou: Array, same: np.ndarray, threshold: float) -> tuple:
    """앞 프레임의 짝에 큰 덤을 주고 한 번에 짝짓는다."""
    score = np.where(iou < threshold - EPS, 0, 1000 * same + iou)
    i, j = linear_sum_assignment(score, maximize=True)
    good = score[i, j] > EPS
    return i[good], j[good]


def _lasting(iou: Array, same: np.ndarray, threshold: float) -> tuple:
    """마지막 짝부터 그대로 잇고, 남은 것만 짝짓는다."""
    allowed, pairs = iou >= threshold, []
    for i, j in np.argwhere(same & allowed):
        if all(j != other for _, other in pairs):
            pairs.append((i, j))
    taken = np.array(pairs, dtype=int).reshape(-1, 2)
    allowed[taken[:, 0]] = allowed[:, taken[:, 1]] = False
    i, j = linear_sum_assignment(_expensive(1 - iou, allowed))
    good = allowed[i, j]
    return np.append(taken[:, 0], i[good]), np.append(taken[:, 1], j[good])


def _expensive(cost: Array, allowed: np.ndarray) -> Array:
    """맺을 수 없는 짝은 하나만 골라도 가능한 짝을 다 고른 것보다 비싸게 한다."""
    if not allowed.any():
        return np.zeros(cost.shape)
    most = np.abs(cost[allowed]).max() + 1
    return np.where(allowed, cost, 2 * min(cost.shape) * most + 1)
# --8<-- [end:matching]


# --8<-- [start:identity]
def identity(frames: list, threshold: float = 0.5) -> dict[str, float]:
    """IDTP, IDFP, IDFN과 IDF1. 식 (10.9)

    정답의 번호마다 추적의 번호를 **영상 전체에서 하나만** 짝지어, 겹친 프레임이
    가장 많게 한다.
    """
    frames, truths, tracks = indexed(frames)
    threshold = number("threshold", threshold, 0, 1)
    together = np.zeros((len(truths), len(tracks)))
    for gt, track, iou in frames:
        together[np.ix_(gt, track)] += iou >= threshold
    i, j = linear_sum_assignment(together, maximize=True)
    IDTP = int(together[i, j].sum())
    IDFN, IDFP = int(truths.sum()) - IDTP, int(tracks.sum()) - IDTP
    IDF1 = IDTP / max(IDTP + 0.5 * IDFN + 0.5 * IDFP, 1)
    return dict(IDTP=IDTP, IDFP=IDFP, IDFN=IDFN, IDF1=IDF1)
# --8<-- [end:identity]


# --8<-- [start:hota]
ALPHAS = np.arange(0.05, 0.99, 0.05)  # 0.05부터 0.95까지 열아홉 문턱값


def hota(frames: list) -> dict[str, Array]:
    """문턱값마다의 HOTA, DetA, AssA. 저마다 (19,)이고, 평균해서 쓴다. 식 (10.12)"""
    frames, truths, tracks = indexed(frames)
    shape, total = (len(truths), len(tracks)), truths[:, None] + tracks
    overlap, matches = np.zeros(shape), np.zeros((len(ALPHAS), *shape))
    for gt, track, iou in frames:
        union = iou.sum(0)[None] + iou.sum(1)[:, None] - iou
        share = np.divide(iou, union, np.zeros(iou.shape), where=union > EPS)
        overlap[np.ix_(gt, track)] += share
    alignment = overlap / (total - overlap)
    for gt, track, iou in frames:  # 영상 전체에서 함께 다닌 짝을 먼저 고른다
        i, j = linear_sum_assignment(alignment[np.ix_(gt, track)] * iou, maximize=True)
        matches[:, gt[i], track[j]] += iou[i, j] >= ALPHAS[:, None] - EPS
    TP = matches.sum(axis=(1, 2))
    DetA = TP / np.maximum(truths.sum() + tracks.sum() - TP, 1)
    both = matches / np.maximum(total - matches, 1)  # 한 짝의 IoU: 함께 / 어느 쪽이든
    AssA = (matches * both).sum(axis=(1, 2)) / np.maximum(TP, 1)
    return dict(HOTA=np.sqrt(DetA * AssA), DetA=DetA, AssA=AssA)
# --8<-- [end:hota]


# --8<-- [start:evaluate]
def evaluate(truth: list, tracks: list) -> dict[str, float]:
    """한 영상의 MOTA, IDF1, HOTA와 그 부분들. 인자는 compare와 같다."""
    frames = compare(truth, tracks)
    means = {name: float(value.mean()) for name, value in hota(frames).items()}
    return {**clear_mot(frames), **identity(frames), **means}
# --8<-- [end:evaluate]


# --8<-- [start:checked]
def _checked(gt, track, similarity) -> Frame:
    gt, track = integers("truth", gt, "N"), integers("tracks", track, "M")
    iou = real("similarity", similarity, "N, M", N=len(gt), M=len(track))
    iou = finite("similarity", iou, low=0, high=1) if iou.size else iou
    if any(len(np.unique(ids)) < len(ids) for ids in (gt, track)):
        raise ValueError("한 프레임에 같은 번호가 두 번 있다. 번호마다 상자는 하나다.")
    return gt, track, iou
# --8<-- [end:checked]
