"""검출기의 대역: 동영상의 정답에서, 검출기가 낼 법한 상자와 점수를 만든다.

놓치고, 흔들리고, 없는 것을 보고, 가려진 것에는 낮은 점수를 준다. 추적만 따로 재려고
검출의 잘못을 손에 쥐고 조절한다.
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.scalars import generator, instance, number
from lessons.scenes import Video

# --8<-- [end:imports]


# --8<-- [start:truth_of]
def truth_of(video: Video, least: float = 0.25) -> list[tuple[np.ndarray, Array]]:
    """프레임마다 (번호, 상자). 보이는 몫이 least에 못 미치는 것은 정답에서 뺀다."""
    least = number("least", least, 0, 1)
    frames = instance("video", video, Video, "동영상")
    seen = [(scene, scene.visible >= max(least, 1e-9)) for scene in frames]
    return [(scene.ids[keep], scene.boxes[keep]) for scene, keep in seen]
# --8<-- [end:truth_of]


# --8<-- [start:detect]
def detect(
    video: Video,
    *,
    miss: float = 0.05,
    jitter: float = 1.0,
    false_alarms: float = 0.3,
    rng: np.random.Generator,
) -> list[tuple[Array, Array]]:
    """프레임마다 (상자 (N, 4), 점수 (N,)).

    miss: 온전히 보여도 놓칠 확률
    jitter: 상자의 네 변이 흔들리는 표준편차(픽셀). 절반이 가리면 두 배다
    false_alarms: 한 프레임에 없는 것을 보는 평균 횟수
    """
    miss, jitter = number("miss", miss, 0, 1), number("jitter", jitter, 0)
    mean, rng = number("false_alarms", false_alarms, 0), generator("rng", rng)
    found = []
    for scene in instance("video", video, Video, "동영상"):
        share = scene.visible
        scores = (0.95 * share + rng.normal(0, 0.08, len(share))).clip(0, 1)
        shake = rng.normal(0, jitter, (len(share), 4)) * (2 - share)[:, None]
        seen = (scores >= 0.1) & (rng.random(len(share)) >= miss)
        boxes = (scene.boxes + shake)[seen]
        ghosts = _ghosts(rng.poisson(mean), scene, rng)
        boxes = np.concatenate([boxes, ghosts])
        wrong = rng.uniform(0.1, 0.6, len(ghosts))  # 없는 것에 자신 있기는 어렵다
        boxes[:, 2:] = np.maximum(boxes[:, 2:], boxes[:, :2] + 1)
        found.append((boxes, np.concatenate([scores[seen], wrong])))
    return found


def _ghosts(n: int, scene, rng: np.random.Generator) -> Array:
    """아무 데나 놓인, 물체만 한 상자."""
    size = len(scene.image)
    place = rng.uniform(0, size, (n, 2))
    sides = rng.uniform(size / 12, size / 6, (n, 2))
    return np.concatenate([place - sides / 2, place + sides / 2], axis=1)
# --8<-- [end:detect]
