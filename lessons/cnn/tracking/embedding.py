"""겉모습: 상자를 오려 작은 신경망에 넣고, 길이가 1인 벡터로 바꾼다.

같은 물체의 조각끼리는 가깝고 다른 물체의 조각끼리는 멀게 학습시킨다. 학습할 때는 물체의
번호를 맞히는 분류기를 뒤에 붙이고, 쓸 때는 떼어 낸다.
출처: Wojke, Bewley (2018)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import finite
from lessons.cnn.conv.layers import Conv2d
from lessons.cnn.detection.boxes import as_boxes
from lessons.cnn.tracking.frames import as_frames
from lessons.cnn.training import predict
from lessons.dl.tensor import Tensor
from lessons.scalars import count, generator, instance
from lessons.scenes import Video, make_video

SIDE = 12  # 오린 조각의 한 변
# --8<-- [end:imports]


# --8<-- [start:crop]
def crop(image: ArrayLike, boxes: ArrayLike) -> Array:
    """상자마다 오려 12×12로 줄인다. 칸마다 가장 가까운 픽셀을 고른다.

    image: (H, W, 3) uint8, boxes: (N, 4) xyxy. 그림 밖은 가장자리의 픽셀로 친다
    반환: (N, 3, 12, 12), −0.5부터 0.5까지
    """
    image = finite("image", image, "H, W, 3", low=0, high=255)
    boxes = as_boxes("boxes", boxes)
    at = (np.arange(SIDE) + 0.5) / SIDE
    x1, y1, x2, y2 = boxes[:, :, None].transpose(1, 0, 2)
    x, y = x1 + (x2 - x1) * at, y1 + (y2 - y1) * at  # (N, 12)
    columns = x.astype(int).clip(0, image.shape[1] - 1)
    rows = y.astype(int).clip(0, image.shape[0] - 1)
    patches = image[rows[:, :, None], columns[:, None, :]]
    return patches.transpose(0, 3, 1, 2) / 255 - 0.5
# --8<-- [end:crop]


# --8<-- [start:identity_crops]
def identity_crops(
    n_videos: int, every: int = 2, *, rng: np.random.Generator
) -> tuple[Array, np.ndarray, np.ndarray]:
    """붐비는 동영상에서 오린 조각과 그 물체의 번호. 겉모습을 가르칠 때 쓴다.

    every: 몇 프레임마다 오리는가. 상자는 검출처럼 조금씩 흔든다
    반환: 조각 (N, 3, 12, 12), 0부터 이어지는 물체의 번호 (N,), 동영상의 번호 (N,)
    """
    n, step = count("n_videos", n_videos), count("every", every)
    patches, names = [], []
    for k in range(n):
        video = make_video(
            24, 12, speed=6, leave=True, pillars=1, rng=generator("rng", rng)
        )
        for scene in list(video)[::step]:
            keep = scene.visible >= 0.4
            boxes = scene.boxes[keep] + rng.normal(0, 1.5, (keep.sum(), 4))
            boxes[:, 2:] = np.maximum(boxes[:, 2:], boxes[:, :2] + 1)
            patches.append(crop(scene.image, boxes))
            names += [(k, i) for i in scene.ids[keep]]
    names = np.array(names)
    _, ids = np.unique(names, axis=0, return_inverse=True)
    return np.concatenate(patches), ids, names[:, 0]
# --8<-- [end:identity_crops]


# --8<-- [start:embedder]
class Unit(nn.Module):
    """행마다 길이를 1로 맞춘다."""

    def forward(self, x: Tensor) -> Tensor:
        return x / ((x * x).sum(axis=1, keepdims=True) + 1e-12) ** 0.5


class Sharpen(nn.Module):
    """16배. 길이가 1인 벡터의 로짓은 너무 고르게 퍼진 확률이 된다."""

    def forward(self, x: Tensor) -> Tensor:
        return x * 16


def embedder(dim: int = 16, *, rng: np.random.Generator) -> nn.Sequential:
    """(N, 3, 12, 12)을 길이가 1인 (N, dim)으로."""
    dim, rng = count("dim", dim), generator("rng", rng)
    return nn.Sequential(
        Conv2d(3, 16, 3, stride=2, padding=1, rng=rng), nn.ReLU(),
        Conv2d(16, 32, 3, stride=2, padding=1, rng=rng), nn.ReLU(),
        nn.Flatten(),
        nn.Linear(288, dim, rng=rng),
        Unit(),
    )


def with_classifier(model: nn.Module, K: int, *, rng: np.random.Generator) -> nn.Module:
    """물체 K개의 번호를 맞히는 층을 붙인다. 학습할 때만 쓴다."""
    dim = instance("model", model, nn.Sequential)[-2].out_features
    return nn.Sequential(model, Sharpen(), nn.Linear(dim, count("K", K), rng=rng))
# --8<-- [end:embedder]


# --8<-- [start:with_features]
def with_features(video: Video, detections: list, model: nn.Module) -> list:
    """프레임마다의 (상자, 점수)에 겉모습 벡터를 더한다.

    반환: 프레임마다 (상자 (N, 4), 점수 (N,), 벡터 (N, E))
    """
    detections = as_frames("detections", detections)
    video = instance("video", video, Video, "동영상")
    patches = [
        crop(scene.image, boxes)
        for scene, (boxes, _) in zip(video, detections, strict=True)
    ]
    vectors = predict(model, np.concatenate(patches))
    ends = np.cumsum([len(patch) for patch in patches])
    parts = np.split(vectors, ends[:-1])
    return [(*found, part) for found, part in zip(detections, parts, strict=True)]
# --8<-- [end:with_features]
