"""SORT: 예측하고, 겹친 만큼 짝짓고, 측정을 섞는다. 나머지 추적기의 바탕이다.

궤적 T개와 검출 N개를 짝짓는다. 비용이 inf인 짝은 맺지 않는다.
출처: Bewley 외 (2016)
"""

# --8<-- [start:imports]
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import finite, real
from lessons.cnn.detection.boxes import as_boxes, box_iou
from lessons.cnn.tracking import kalman, motion
from lessons.cnn.tracking.assignment import linear_sum_assignment
from lessons.cnn.tracking.frames import as_frames
from lessons.scalars import count, flag, function, instance, number

Pairs = list[tuple[int, int]]
# --8<-- [end:imports]


# --8<-- [start:Found]
@dataclass(frozen=True)
class Found:
    """한 프레임의 검출."""

    boxes: Array  # (N, 4)
    scores: Array  # (N,)
    features: Array  # (N, E) 겉모습 벡터. 쓰지 않으면 E는 0이다


@dataclass
class Track:
    """궤적 하나."""

    id: int
    x: Array  # (7,) 상태
    P: Array  # (7, 7)
    feature: Array  # (E,)
    hits: int = 1  # 찾은 프레임
    age: int = 0  # 못 찾은 지
# --8<-- [end:Found]


# --8<-- [start:in_rounds]
def in_rounds(stages: list[tuple[Array, float]], assign: Callable) -> Pairs:
    """비용과 한계를 차례로 받아, 앞에서 남은 것끼리 다시 짝짓는다.

    stages: (비용 (T, N), 이보다 비싼 짝은 맺지 않는 한계)의 목록
    """
    pairs: Pairs = []
    for cost, limit in stages:
        allowed = cost <= limit
        for i, j in pairs:
            allowed[i, :] = allowed[:, j] = False
        i, j = assign(np.where(allowed, cost, limit))  # 짝짓지 않는 대가가 limit이다
        good = allowed[i, j]
        pairs += zip(i[good].tolist(), j[good].tolist(), strict=True)
    return pairs
# --8<-- [end:in_rounds]


# --8<-- [start:Sort]
class Sort:
    """프레임마다 update를 부르면 상자에 번호를 붙여 돌려준다.

    max_age: 이만큼 잇달아 못 찾으면 궤적을 버린다
    min_hits: 이만큼 찾아야 번호를 내놓는다
    iou_threshold: 이보다 덜 겹치면 짝짓지 않는다
    score: 이보다 점수가 낮은 검출은 쓰지 않는다
    moving: 거짓이면 예측하지 않고 마지막 상자와 견준다
    assign: 비용을 받아 짝을 내는 함수
    """

    def __init__(
        self,
        max_age: int = 1,
        min_hits: int = 3,
        iou_threshold: float = 0.3,
        *,
        score: float = 0.5,
        moving: bool = True,
        assign: Callable = linear_sum_assignment,
    ) -> None:
        self.max_age = count("max_age", max_age, 0)
        self.min_hits = count("min_hits", min_hits)
        self.limit = 1 - number("iou_threshold", iou_threshold, 0, 1)
        self.score, self.moving = number("score", score, 0, 1), flag("moving", moving)
        self.assign = function("assign", assign)
        self.tracks: list[Track] = []
        self.frame = self.born = 0

    def update(
        self, boxes: ArrayLike, scores: ArrayLike, features: ArrayLike | None = None
    ) -> tuple[np.ndarray, Array]:
        """한 프레임. boxes: (N, 4), scores: (N,), features: (N, E)

        반환: 번호 (M,)과 상자 (M, 4)
        """
        found = detected(boxes, scores, features)
        self.frame += 1
        self.predict()
        pairs = self.associate(found)
        for i, j in pairs:
            self.follow(self.tracks[i], found, j)
        taken = {j for _, j in pairs}
        for j in np.flatnonzero(found.scores >= self.score):
            if j not in taken:
                self.begin(found, j)
        return self.shown()

    def associate(self, found: Found) -> Pairs:
        """한 번에 짝짓는다. 다른 추적기는 이것만 바꾼다."""
        cost = np.where(found.scores >= self.score, self.apart(found), np.inf)
        return in_rounds([(cost, self.limit)], self.assign)
# --8<-- [end:Sort]

    # --8<-- [start:steps]
    def predict(self) -> None:
        """모든 궤적을 한 프레임 앞으로. 지난 프레임에 못 찾은 것은 나이를 먹는다."""
        for track in self.tracks:
            track.age += 1
        if self.moving and self.tracks:
            x, P = self.states()
            x[x[:, 2] + x[:, 6] <= 0, 6] = 0  # 넓이가 음수가 되지 않게
            x, P = kalman.predict(x, P, motion.F, motion.Q)
            for k, track in enumerate(self.tracks):
                track.x, track.P = x[k], P[k]

    def states(self) -> tuple[Array, Array]:
        """모든 궤적의 상태 (T, 7)과 공분산 (T, 7, 7)."""
        x = np.array([track.x for track in self.tracks]).reshape(-1, 7)
        return x, np.array([track.P for track in self.tracks]).reshape(-1, 7, 7)

    def apart(self, found: Found) -> Array:
        """궤적과 검출이 겹치지 않은 정도 1 − IoU. (T, N)"""
        return 1 - box_iou(motion.to_boxes(self.states()[0]), found.boxes)

    def follow(self, track: Track, found: Found, j: int) -> None:
        """j번 검출을 궤적에 섞는다."""
        z = motion.to_measurement(found.boxes[[j]])[0]
        if self.moving:
            track.x, track.P = kalman.update(track.x, track.P, z, motion.R, motion.H)
        else:
            track.x = np.append(z, np.zeros(3))
        track.hits, track.age = track.hits + 1, 0

    def begin(self, found: Found, j: int) -> None:
        """j번 검출에서 새 궤적을 시작한다."""
        z = motion.to_measurement(found.boxes[[j]])[0]
        self.born += 1
        state = np.append(z, np.zeros(3)), motion.P0, found.features[j]
        self.tracks.append(Track(self.born, *state))

    def shown(self) -> tuple[np.ndarray, Array]:
        """버릴 것을 버리고, 이번에 찾은 것 가운데 믿을 만한 것을 내놓는다."""
        sure = min(self.min_hits, self.frame)
        self.tracks = [
            track
            for track in self.tracks
            if track.age <= (self.max_age if track.hits >= self.min_hits else 0)
        ]
        seen = [t for t in self.tracks if t.age == 0 and t.hits >= sure]
        boxes = motion.to_boxes(np.array([t.x for t in seen]).reshape(-1, 7))
        return np.array([t.id for t in seen], dtype=np.int64), boxes
    # --8<-- [end:steps]


# --8<-- [start:detected]
def detected(boxes: ArrayLike, scores: ArrayLike, features: ArrayLike | None) -> Found:
    """문을 지난 검출."""
    boxes = as_boxes("boxes", boxes)
    scores = real("scores", scores, "N", N=len(boxes))
    scores = finite("scores", scores, low=0, high=1) if len(boxes) else scores
    features = np.zeros((len(boxes), 0)) if features is None else features
    return Found(boxes, scores, real("features", features, "N, E", N=len(boxes)))
# --8<-- [end:detected]


# --8<-- [start:follow_video]
def follow_video(tracker: Sort, detections: list) -> list[tuple[np.ndarray, Array]]:
    """프레임마다의 검출을 차례로 넣는다.

    detections: 프레임마다 (상자, 점수)나 (상자, 점수, 겉모습)
    반환: 프레임마다 (번호, 상자)
    """
    instance("tracker", tracker, Sort)
    return [tracker.update(*found) for found in as_frames("detections", detections)]
# --8<-- [end:follow_video]
