"""작은 YOLO를 PyTorch로: 합성곱 여섯 층, 64×64 그림을 8×8 격자로.

출처: Redmon 외 (2016), Ioffe와 Szegedy (2015), Smith와 Topin (2019)
"""

# --8<-- [start:imports]
from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from lessons.artifacts import load
from lessons.cnn.detection.yolo import BOX_WEIGHT, SIZE_WEIGHT, assign, decode
from lessons.scalars import count, instance, number
from lessons.scenes import Scene, to_input

GRID, SIZE = 8, 64

# --8<-- [end:imports]


# --8<-- [start:TinyYolo]
def block(i: int, o: int, stride: int = 1) -> list[nn.Module]:
    """3×3 합성곱, 배치 정규화, ReLU"""
    conv = nn.Conv2d(i, o, 3, stride, padding=1, bias=False)
    return [conv, nn.BatchNorm2d(o), nn.ReLU()]


class TinyYolo(nn.Sequential):
    """세 번 절반으로 줄여 8×8로. 칸마다 5 + K개의 수를 낸다."""

    def __init__(self, width: int = 12, num_classes: int = 3) -> None:
        w, K = count("width", width), count("num_classes", num_classes)
        super().__init__(
            *block(3, w, 2),
            *block(w, 2 * w, 2),
            *block(2 * w, 4 * w, 2),
            *block(4 * w, 4 * w),
            *block(4 * w, 4 * w),
            nn.Conv2d(4 * w, 5 + K, 1),
        )


# --8<-- [end:TinyYolo]


# --8<-- [start:yolo_loss]
def yolo_loss(out: Tensor, target: Tensor) -> Tensor:
    """yolo.yolo_loss와 같다. 기울기는 autograd가 구한다."""
    there, s = target[:, 0], out[:, 1:5].sigmoid()
    objectness = F.binary_cross_entropy_with_logits(out[:, 0], there, reduction="none")
    place = F.mse_loss(s[:, :2], target[:, 1:3], reduction="none").sum(dim=1)
    size = (s[:, 2:].sqrt() - target[:, 3:5].sqrt()).square().sum(dim=1)
    kind = F.cross_entropy(out[:, 5:], target[:, 5].long(), reduction="none")
    box = BOX_WEIGHT * (place + SIZE_WEIGHT * size)
    return (objectness + there * (box + kind)).sum() / len(out)


# --8<-- [end:yolo_loss]


# --8<-- [start:train]
def tensors(scenes: Sequence[Scene]) -> tuple[Tensor, Tensor]:
    """장면들을 그림 (N, 3, 64, 64)와 정답판 (N, 6, 8, 8)으로"""
    X = to_input(np.stack([s.image for s in scenes]))
    T = np.stack([assign(s.boxes, s.labels, GRID, SIZE) for s in scenes])
    return torch.tensor(X, dtype=torch.float32), torch.tensor(T, dtype=torch.float32)


def train(
    scenes: Sequence[Scene],
    steps: int = 800,
    lr: float = 0.01,
    batch_size: int = 32,
    *,
    width: int = 12,
    generator: torch.Generator,
) -> TinyYolo:
    """한 번 올랐다 내려가는 학습률로 steps걸음. 씨앗은 generator가 정한다."""
    instance("generator", generator, torch.Generator)
    steps, batch_size = count("steps", steps), count("batch_size", batch_size)
    X, T = tensors(scenes)
    model = TinyYolo(width)
    seed_weights(model, generator)
    optimizer = torch.optim.AdamW(model.parameters(), lr=number("lr", lr, above=0))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    model.train()
    for _ in range(steps):
        batch = torch.randint(len(X), (batch_size,), generator=generator)
        optimizer.zero_grad()
        yolo_loss(model(X[batch]), T[batch]).backward()
        optimizer.step()
        schedule.step()
    return model.eval()


def seed_weights(model: nn.Module, generator: torch.Generator) -> None:
    """PyTorch의 기본 초깃값을 주어진 생성기로 다시 뽑는다."""
    for layer in model:
        if isinstance(layer, nn.Conv2d):
            bound = layer.weight[0].numel() ** -0.5
            for p in layer.parameters():
                nn.init.uniform_(p, -bound, bound, generator=generator)


# --8<-- [end:train]


# --8<-- [start:detect]
def trained() -> TinyYolo:
    """이 장이 학습시켜 남긴 신경망"""
    model = TinyYolo()
    kept = {name: torch.tensor(value) for name, value in load("cnn/yolo").items()}
    model.load_state_dict(kept)
    return model.eval()


@torch.inference_mode()
def outputs(model: nn.Module, scenes: Sequence[Scene]) -> np.ndarray:
    """장면마다의 로짓 (N, 5 + K, 8, 8)"""
    X = torch.tensor(to_input(np.stack([s.image for s in scenes])))
    return model.eval()(X.float()).numpy()


def detect(model: nn.Module, scenes: Sequence[Scene], **options) -> list[dict]:
    """장면마다 찾은 상자, 점수, 클래스. options는 decode가 받는다."""
    return decode(outputs(model, scenes), SIZE, **options)


def answers(scenes: Sequence[Scene]) -> list[dict]:
    """coco_evaluate에 넣을 정답"""
    return [{"boxes": s.boxes, "labels": s.labels} for s in scenes]


# --8<-- [end:detect]
