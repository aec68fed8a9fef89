"""장면으로 분할 신경망을 학습시킨다. 학습, 검증, 테스트의 장면은 씨앗으로 가른다."""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from lessons.scalars import count, function, instance, number
from lessons.scalars import generator as checked
from lessons.scenes import Scene, make_scenes, to_input

# --8<-- [end:imports]

# --8<-- [start:scenes]
SCENES = {
    "size": 48,
    "n_objects": (1, 5),
    "sides": (7, 20),
    "overlap": 0.3,
    "clutter": 3,
    "noise": 16,
}


def scenes(N: int, *, rng: np.random.Generator) -> list[Scene]:
    """이 장의 장면: 작은 도형 하나에서 다섯, 뒤에 막대 셋, 굵은 잡음."""
    return make_scenes(count("N", N), **SCENES, rng=checked("rng", rng))


def to_tensors(made: list[Scene]) -> tuple[torch.Tensor, torch.Tensor]:
    """그림 (N, 3, S, S)와 픽셀의 클래스 (N, S, S)."""
    made = instance("made", made, list, "장면의 목록")
    X = to_input(np.stack([scene.image for scene in made])).astype(np.float32)
    return torch.from_numpy(X), torch.from_numpy(np.stack([s.semantic for s in made]))
# --8<-- [end:scenes]


# --8<-- [start:fit]
def fit(
    model: nn.Module,
    X: torch.Tensor,
    y: torch.Tensor,
    *,
    steps: int,
    lr: float,
    batch_size: int = 8,
    loss: Callable = cross_entropy,
    generator: torch.Generator,
) -> None:
    """배치를 뽑아 AdamW로 steps걸음. 학습률은 올렸다 내린다(one-cycle)."""
    steps, lr = count("steps", steps), number("lr", lr, above=0.0)
    size, loss = count("batch_size", batch_size), function("loss", loss)
    model = instance("model", model, nn.Module)
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    model.train()
    for _ in range(steps):
        batch = torch.randint(len(X), (size,), generator=generator)
        optimizer.zero_grad()
        loss(model(X[batch]), y[batch]).backward()
        optimizer.step()
        schedule.step()


def predict(model: nn.Module, X: torch.Tensor) -> np.ndarray:
    """픽셀마다 가장 큰 로짓의 번호 (N, S, S)."""
    instance("model", model, nn.Module).eval()
    with torch.inference_mode():
        return model(instance("X", X, torch.Tensor, "텐서")).argmax(dim=1).numpy()
# --8<-- [end:fit]
