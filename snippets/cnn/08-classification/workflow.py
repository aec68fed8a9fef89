from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from PIL import Image
from torch import nn
from torch.utils.data import DataLoader

from lessons.cnn.classification.early_stopping import EarlyStopping
from lessons.cnn.classification.workflow_torch import (
    FolderDataset,
    evaluate,
    fit,
    to_float,
)
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)
EPOCHS, PARTS = 6, {"train": 60, "valid": 30, "test": 30}


def gray(image):
    """세 채널이 똑같으니 하나만 쓴다."""
    return to_float(image)[:1].double()


def write(root):
    """root/train/3/0012.png처럼 나누어 적는다."""
    X, y = load_fashion_mnist()
    for c in range(10):
        images = iter(X[y == c])
        for part, n in PARTS.items():
            (root / part / str(c)).mkdir(parents=True)
            for i in range(n):
                Image.fromarray(next(images)).save(root / part / str(c) / f"{i:04}.png")


def pieces(root, seed=0):
    """새로 켠 프로그램이 만드는 것 모두"""
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(784, 10),
    ).double()  # float64라야 어느 컴퓨터에서나 같은 수가 나온다  # fmt: skip
    generator = torch.Generator().manual_seed(seed)
    data = {part: FolderDataset(root / part, gray) for part in PARTS}
    train = DataLoader(data["train"], 50, shuffle=True, generator=generator)
    valid, test = (DataLoader(data[part], 200) for part in ("valid", "test"))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS)
    return model, train, valid, optimizer, schedule, test


with TemporaryDirectory() as place:
    root = Path(place)
    write(root)
    *parts, test = pieces(root)
    how = {"stopper": EarlyStopping(patience=3), "path": root / "a.pt"}
    whole = fit(*parts, epochs=EPOCHS, **how)
    for epoch, (loss, valid, accuracy) in enumerate(whole, 1):
        print(f"{epoch}: 학습 손실 {loss:.2f}, 검증 손실 {valid:.2f}, {accuracy:.2f}")
    print(f"테스트 정확도 {evaluate(parts[0], test)[1]:.2f}")

    *parts, _ = pieces(root)
    how = {"stopper": EarlyStopping(patience=3), "path": root / "b.pt"}
    first = fit(*parts, epochs=2, **how)
    *parts, _ = pieces(root, seed=77)  # 전기가 나갔다가 들어왔다
    how["stopper"] = EarlyStopping(patience=3)
    rest = fit(*parts, epochs=EPOCHS, resume=True, **how)
    print("끊었다 이은 학습이 끊지 않은 것과 같은가", first + rest == whole)
