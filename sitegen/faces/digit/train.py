"""첫 쪽의 작은 합성곱 신경망을 학습시켜, 학습된 값과 페이지가 말할 숫자를 쓴다.

make train PAGE=index

스레드 하나와 정해진 시드로 학습하므로 같은 컴퓨터에서는 언제나 같은 신경망이 나온다.
다른 컴퓨터에서는 끝자리가 다를 수 있어서 결과를 저장소에 둔다.
"""

import json
import platform
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from lessons.datasets import load_digits
from sitegen.base.problem import Problem
from sitegen.faces import digit
from sitegen.faces.digit import sha256, strokes

SEED = 0
HELD_OUT = 450
DRAWN_EACH = 60
EPOCHS = 20
SAMPLES_EACH = 4
MARGIN = 5  # 다시 학습시켰을 때 달라도 되는 장수


class DigitCNN(nn.Module):
    """8×8 픽셀(0–16)를 받아 확률과 두 합성곱층의 특성 맵을 낸다."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3, padding=1)
        self.conv2 = nn.Conv2d(8, 16, 3, padding=1)
        self.head = nn.Linear(16 * 4 * 4, 10)

    def logits(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        maps1 = F.relu(self.conv1(pixels / 16))
        maps2 = F.relu(self.conv2(maps1))
        pooled = F.max_pool2d(maps2, 2).flatten(1)
        return self.head(F.dropout(pooled, 0.25, self.training)), maps1, maps2

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        z, maps1, maps2 = self.logits(pixels)
        return z.softmax(1), maps1, maps2


def data() -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """학습 데이터와 테스트 데이터. 획으로 그은 글자는 학습에만 더한다."""
    rng = np.random.default_rng(SEED)
    X, y = load_digits()
    order = rng.permutation(len(y))
    test, train = order[:HELD_OUT], order[HELD_OUT:]
    drawn = [
        (strokes.pixels(strokes.bend(shape, rng=rng)).ravel(), digit)
        for digit, shape in strokes.shapes()
        for _ in range(DRAWN_EACH)
    ]
    drawn_X, drawn_y = map(np.array, zip(*drawn, strict=True))
    return (
        _images(np.concatenate([X[train], drawn_X])),
        torch.tensor(np.concatenate([y[train], drawn_y])),
        _images(X[test]),
        torch.tensor(y[test]),
    )


def _images(X: np.ndarray) -> Tensor:
    return torch.tensor(X, dtype=torch.float32).reshape(-1, 1, 8, 8)


def augment(X: Tensor) -> Tensor:
    """조금씩 돌리고 밀고 늘이고, 획의 굵기를 바꾼다."""

    def spread(width: float) -> Tensor:
        return (torch.rand(len(X)) * 2 - 1) * width

    angle, slant = spread(0.12), spread(0.1)
    move = torch.zeros(len(X), 2, 3)
    move[:, 0, 0] = angle.cos() * spread(0.1).exp()
    move[:, 0, 1] = slant - angle.sin()
    move[:, 1, 0] = angle.sin()
    move[:, 1, 1] = angle.cos() * spread(0.05).exp()
    move[:, :, 2] = torch.stack([spread(0.1), spread(0.1)], dim=1)
    grid = F.affine_grid(move, list(X.shape), align_corners=False)
    moved = F.grid_sample(X, grid, align_corners=False)
    weight = spread(0.3).exp().reshape(-1, 1, 1, 1)
    return 16 * (moved / 16) ** weight


def train(X: Tensor, y: Tensor) -> DigitCNN:
    torch.manual_seed(SEED)
    model = DigitCNN()
    batches = -(-len(X) // 128)
    optimizer = torch.optim.Adam(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, EPOCHS * batches)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(X)).split(128):
            z, *_ = model.logits(augment(X[batch]))
            loss = F.cross_entropy(z, y[batch], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.eval()


@torch.no_grad()
def card(model: DigitCNN, X: Tensor, y: Tensor) -> dict:
    """페이지가 말할 숫자와, 골라 볼 수 있는 테스트 그림."""
    right = int((model(X)[0].argmax(1) == y).sum())
    chosen = [(y == digit).nonzero().ravel()[:SAMPLES_EACH] for digit in range(10)]
    shown = X[chosen[3][:1]]
    return {
        "parameters": sum(p.numel() for p in model.parameters()),
        "train": len(load_digits()[1]) - len(y),
        "drawn": DRAWN_EACH * len(strokes.shapes()),
        "test": len(y),
        "right": right,
        "samples": [X[index].reshape(-1, 64).int().tolist() for index in chosen],
        "shown": dict(
            zip(
                ("pixels", "probabilities", "maps1", "maps2"),
                (_rounded(t) for t in (shown, *model(shown))),
                strict=True,
            )
        ),
    }


def _rounded(batch_of_one: Tensor) -> list:
    return batch_of_one[0].double().numpy().round(4).tolist()


def main(weights: Path, card_file: Path, receipt_file: Path) -> None:
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    started = time.perf_counter()
    X, y, test_X, test_y = data()
    model = train(X, y)
    seconds = time.perf_counter() - started
    weights.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        weights, **{k: v.numpy() for k, v in model.state_dict().items()}
    )
    _write(card_file, card(model, test_X, test_y))
    hashes = {path.name: sha256(path) for path in (weights, card_file)}
    machine = f"{platform.system()} {platform.machine()}, torch {torch.__version__}"
    receipt = {
        "key": digit.key(),
        "seconds": round(seconds, 1),
        "machine": machine,
        "sha256": hashes,
    }
    _write(receipt_file, receipt)


def _write(path: Path, value: dict) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


def verify() -> list[Problem]:
    """다시 학습시켜도 같은 만큼 맞히는가. 컴퓨터가 다르면 몇 장은 다를 수 있다."""
    with tempfile.TemporaryDirectory() as made:
        paths = [Path(made, name) for name in ("digit.npz", "card.json", "receipt")]
        main(*paths)
        right = json.loads(paths[1].read_text(encoding="utf-8"))["right"]
    kept = digit.card()["right"]
    if abs(right - kept) <= MARGIN:
        return []
    message = f"다시 학습시켰더니 {kept}장이 아니라 {right}장을 맞힌다."
    return [Problem(digit.CARD, 1, message)]


if __name__ == "__main__":
    main(digit.artefact(), digit.CARD, digit.RECEIPT)
