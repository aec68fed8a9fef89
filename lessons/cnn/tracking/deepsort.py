"""겉모습까지 보는 추적기와, 점수가 낮은 상자까지 쓰는 추적기.

겉모습 벡터는 길이가 1이다. 닮을수록 내적이 1에 가깝다.
출처: Wojke 외 (2017), Zhang 외 (2022)
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.cnn.tracking import kalman, motion
from lessons.cnn.tracking.sort import Found, Pairs, Sort, Track, in_rounds
from lessons.scalars import number

# --8<-- [end:imports]


# --8<-- [start:DeepSort]
class DeepSort(Sort):
    """갈 수 있는 자리의 닮은 것과 먼저 짝짓고, 남은 것은 겹친 것과 짝짓는다.

    max_cosine_distance: 이보다 닮지 않으면 짝짓지 않는다
    memory: 궤적이 기억하는 겉모습에서 옛것의 몫. 나머지 인자는 Sort와 같다
    """

    def __init__(
        self, max_age: int = 30, min_hits: int = 3, iou_threshold: float = 0.3, *,
        max_cosine_distance: float = 0.2, memory: float = 0.9, **options
    ) -> None:
        super().__init__(max_age, min_hits, iou_threshold, **options)
        self.max_cosine = number("max_cosine_distance", max_cosine_distance, 0, 2)
        self.memory = number("memory", memory, 0, 1)

    def associate(self, found: Found) -> Pairs:
        usable = found.scores >= self.score
        unlike = np.where(self.reachable(found) & usable, self.unlike(found), np.inf)
        apart = np.where(usable, self.apart(found), np.inf)
        stages = [(unlike, self.max_cosine), (apart, self.limit)]
        return in_rounds(stages, self.assign)

    def unlike(self, found: Found) -> Array:
        """궤적과 검출의 코사인 거리 1 − cos. (T, N)"""
        shape = len(self.tracks), found.features.shape[1]
        memory = np.array([track.feature for track in self.tracks]).reshape(shape)
        return 1 - memory @ found.features.T

    def reachable(self, found: Found) -> np.ndarray:
        """중심이 칼만 필터의 문 안에 든 것. (T, N) 참거짓"""
        x, P = self.states()
        z = motion.to_measurement(found.boxes)[:, :2]
        far = kalman.mahalanobis(
            x[:, None], P[:, None], z, motion.R[:2, :2], motion.H[:2]
        )
        return kalman.gate(far, 2)

    def follow(self, track: Track, found: Found, j: int) -> None:
        super().follow(track, found, j)
        mixed = self.memory * track.feature + (1 - self.memory) * found.features[j]
        track.feature = mixed / max(np.linalg.norm(mixed), 1e-12)
# --8<-- [end:DeepSort]


# --8<-- [start:ByteTrack]
class ByteTrack(Sort):
    """점수가 높은 것과 먼저 짝짓고, 남은 궤적을 점수가 낮은 것과 다시 짝짓는다.

    low: 둘째 번에 쓸 가장 낮은 점수. 나머지 인자는 Sort와 같다
    """

    def __init__(
        self, max_age: int = 30, min_hits: int = 3, iou_threshold: float = 0.3, *,
        low: float = 0.1, **options
    ) -> None:
        super().__init__(max_age, min_hits, iou_threshold, **options)
        self.low = number("low", low, 0, self.score)

    def associate(self, found: Found) -> Pairs:
        apart, high = self.apart(found), found.scores >= self.score
        weak = ~high & (found.scores >= self.low)
        stages = [(np.where(mask, apart, np.inf), self.limit) for mask in (high, weak)]
        return in_rounds(stages, self.assign)
# --8<-- [end:ByteTrack]
