"""PyTorch로 분류기를 배우게 하는 틀: 데이터셋, 학습, 검증, 체크포인트, 조기 종료."""

# --8<-- [start:imports]
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

from lessons.cnn.classification.early_stopping import EarlyStopping
from lessons.readers.folder import ImageFolder

# --8<-- [end:imports]


# --8<-- [start:FolderDataset]
def to_float(image: np.ndarray) -> torch.Tensor:
    """(H, W)나 (H, W, C) uint8을 (C, H, W) 0–1로"""
    image = image[:, :, None] if image.ndim == 2 else image
    return torch.tensor(image).permute(2, 0, 1).float() / 255


class FolderDataset(Dataset):
    """클래스마다 폴더 하나. 그림은 꺼낼 때 읽고 transform을 거친다."""

    def __init__(self, root: Any, transform: Callable = to_float) -> None:
        self.folder, self.transform = ImageFolder(root), transform
        self.classes = self.folder.classes

    def __len__(self) -> int:
        return len(self.folder)

    def __getitem__(self, index: int):
        image, target = self.folder[index]
        return self.transform(image), target
# --8<-- [end:FolderDataset]


# --8<-- [start:train_epoch]
def train_epoch(model: nn.Module, loader: DataLoader, optimizer) -> float:
    """한 에폭을 배운다. 반환: 샘플마다의 평균 손실"""
    model.train()
    total, N = 0.0, 0
    for x, y in loader:
        loss = nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total, N = total + loss.item() * len(y), N + len(y)
    return total / N


@torch.inference_mode()
def evaluate(model: nn.Module, loader: DataLoader) -> tuple[float, float]:
    """배우지 않고 잰다. 반환: (샘플마다의 평균 손실, 정확도)"""
    model.eval()
    total, hits, N = 0.0, 0, 0
    for x, y in loader:
        z = model(x)
        total += nn.functional.cross_entropy(z, y, reduction="sum").item()
        hits, N = hits + (z.argmax(dim=1) == y).sum().item(), N + len(y)
    return total / N, hits / N
# --8<-- [end:train_epoch]


# --8<-- [start:save_checkpoint]
def save_checkpoint(path: Any, epoch: int, generator: torch.Generator, **parts) -> None:
    """다시 이으려면 있어야 하는 것을 모두 담는다. parts: model, optimizer 들"""
    states = {name: part.state_dict() for name, part in parts.items()}
    rest = {"epoch": epoch, "generator": generator.get_state()}
    half = Path(path).with_suffix(".part")  # 쓰다가 끊겨도 앞의 것은 남는다
    torch.save(states | rest, half)
    half.replace(path)


def load_checkpoint(path: Any, generator: torch.Generator, **parts) -> int:
    """담은 것을 제자리에 되돌린다. 반환: 마친 에폭의 수"""
    state = torch.load(path, weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    generator.set_state(state["generator"])
    return state["epoch"]
# --8<-- [end:save_checkpoint]


# --8<-- [start:fit]
def fit(
    model: nn.Module,
    train: DataLoader,
    valid: DataLoader,
    optimizer,
    scheduler,
    *,
    epochs: int,
    stopper: EarlyStopping,
    path: Any,
    resume: bool = False,
) -> list[tuple[float, float, float]]:
    """epochs번째 에폭까지 배우고, 검증 손실이 가장 작던 때로 되돌린다.

    path: 체크포인트. 가장 나은 가중치는 곁의 .best에 둔다. train에는 generator를 준다
    반환: 에폭마다의 (학습 손실, 검증 손실, 검증 정확도)
    """
    parts = dict(model=model, optimizer=optimizer, scheduler=scheduler, stopper=stopper)
    start = load_checkpoint(path, train.generator, **parts) if resume else 0
    best, history = Path(path).with_suffix(".best"), []
    for epoch in range(start, epochs):
        loss = train_epoch(model, train, optimizer)
        scheduler.step()
        history.append((loss, *evaluate(model, valid)))
        stop = stopper.step(history[-1][1])
        if stopper.improved:
            torch.save(model.state_dict(), best)
        save_checkpoint(path, epoch + 1, train.generator, **parts)
        if stop:
            break
    model.load_state_dict(torch.load(best, weights_only=True))
    return history
# --8<-- [end:fit]
