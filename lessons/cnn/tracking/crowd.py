"""추적기를 겨루게 할 붐비는 동영상. 한 프레임에 서른 남짓의 도형이 서로를 가린다."""

# --8<-- [start:imports]
import numpy as np

from lessons import nn
from lessons.cnn.tracking.detector import detect, truth_of
from lessons.cnn.tracking.embedding import with_features
from lessons.scalars import count, instance
from lessons.scenes import Video, make_video

# --8<-- [end:imports]


# --8<-- [start:crowd]
def crowd_video(seed: int, *, photo: str | None = None) -> Video:
    """물체 40개가 들고 나는 60프레임. 가운데에 모두를 가리는 기둥이 하나 있다."""
    return make_video(
        60, 40, sides=(12, 20), speed=6, leave=True, pillars=1, photo=photo,
        rng=np.random.default_rng([10, count("seed", seed, 0)]),
    )


def crowd(seed: int, model: nn.Module, *, photo: str | None = None) -> tuple:
    """동영상 하나의 (정답, 검출). 검출은 프레임마다 (상자, 점수, 겉모습)이다."""
    seed = count("seed", seed, 0)
    video = crowd_video(seed, photo=photo)
    found = detect(video, rng=np.random.default_rng([11, seed]))
    model = instance("model", model, nn.Module)
    return truth_of(video), with_features(video, found, model)
# --8<-- [end:crowd]
