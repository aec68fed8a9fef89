"""지름길이 있는 블록과 없는 블록. 다른 것은 모두 같아 둘을 겨루게 할 수 있다.

출처: He 외 (2016) 4.2절의 CIFAR-10 신경망을 줄였다
"""

# --8<-- [start:imports]
import torch
from torch import nn

from lessons.scalars import count, flag

# --8<-- [end:imports]


# --8<-- [start:Block]
class Block(nn.Module):
    """3×3 합성곱 둘. skip이면 들어온 것을 더한다. 식 (8.6)"""

    def __init__(self, width: int, skip: bool) -> None:
        super().__init__()
        self.skip = flag("skip", skip)
        self.body = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
        )

    def forward(self, x):
        y = self.body(x)
        return torch.relu(x + y if self.skip else y)


# --8<-- [end:Block]


# --8<-- [start:contestant]
def contestant(depth: int, skip: bool, width: int = 8) -> nn.Sequential:
    """흑백 그림을 읽는 depth층. 첫 합성곱, 블록 (depth - 2) / 2개, 완전 연결층."""
    blocks, C = count("depth", depth, 4) // 2 - 1, count("width", width)
    layers = [nn.Conv2d(1, C, 3, padding=1, bias=False), nn.BatchNorm2d(C), nn.ReLU()]
    for i in range(blocks):
        layers += [nn.MaxPool2d(2)] if i == blocks // 4 else []
        layers.append(Block(C, skip))
    model = nn.Sequential(
        *layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(C, 10)
    )
    for m in model.modules():
        if isinstance(m, nn.Conv2d):
            nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
    return model


# --8<-- [end:contestant]


# --8<-- [start:agreement]
def gradients(model: nn.Module, x, y) -> list:
    """합성곱층마다의 커널의 기울기. 앞 층부터"""
    kernels = [p for p in model.parameters() if p.ndim == 4]
    loss = nn.functional.cross_entropy(model(x), y)
    return list(torch.autograd.grad(loss, kernels))


def agreement(a: list, b: list) -> float:
    """두 기울기가 이루는 각의 코사인. 1이면 같은 쪽, 0이면 상관없는 쪽"""
    a, b = (torch.cat([g.flatten() for g in gs]) for gs in (a, b))
    return nn.functional.cosine_similarity(a, b, dim=0).item()


# --8<-- [end:agreement]


# --8<-- [start:sprint]
def sprint(
    model, X, y, lr, *, steps=200, batch_size=32, clip=None, generator
) -> list[float]:
    """정해 둔 걸음만 배운다. 학습률은 올랐다가 내려간다. 반환: 걸음마다의 손실

    clip: 기울기의 노름을 이 값 아래로 자른다. None이면 자르지 않는다
    """
    optimizer = torch.optim.SGD(
        model.parameters(), lr, momentum=0.9, weight_decay=1e-4, nesterov=True
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, total_steps=steps)
    losses = []
    model.train()
    for _ in range(steps):
        batch = torch.randint(len(X), (batch_size,), generator=generator)
        loss = nn.functional.cross_entropy(model(X[batch]), y[batch])
        optimizer.zero_grad()
        loss.backward()
        if clip is not None:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    return losses


@torch.inference_mode()
def share(model, X, y) -> float:
    """맞힌 비율"""
    return (model.eval()(X).argmax(dim=1) == y).float().mean().item()


# --8<-- [end:sprint]
