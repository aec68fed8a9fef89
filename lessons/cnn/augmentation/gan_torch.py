"""숫자를 그리는 작은 조건부 GAN과, 같은 것만 그리는지 세는 법.

출처: Goodfellow 외 (2014), Mirza·Osindero (2014), Radford 외 (2016)
"""

# --8<-- [start:imports]
import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, one_hot

from lessons import Array, arrays, scalars

# --8<-- [end:imports]


# --8<-- [start:Generator]
class Generator(nn.Module):
    """난수 z (N, 32)와 클래스 (N,)를 8×8 사진 (N, 1, 8, 8)으로"""

    def __init__(self, z: int = 32, width: int = 64) -> None:
        super().__init__()
        self.z, c = scalars.count("z", z), scalars.count("width", width)
        self.body = nn.Sequential(
            nn.Linear(z + 10, 8 * c), nn.BatchNorm1d(8 * c), nn.ReLU(),
            nn.Unflatten(1, (2 * c, 2, 2)),
            nn.ConvTranspose2d(2 * c, c, 4, 2, 1, bias=False), nn.BatchNorm2d(c),
            nn.ReLU(),
            nn.ConvTranspose2d(c, 1, 4, 2, 1), nn.Sigmoid(),
        )

    def forward(self, z: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat([z, one_hot(y, 10).float()], dim=1))
# --8<-- [end:Generator]


# --8<-- [start:Discriminator]
class Discriminator(nn.Module):
    """사진과 클래스를 보고 진짜일 로짓 (N, 1)을 낸다"""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        c = scalars.count("width", width)
        self.body = nn.Sequential(
            nn.Conv2d(11, c, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Conv2d(c, 2 * c, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Flatten(), nn.Dropout(0.3), nn.Linear(8 * c, 1),
        )

    def forward(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        planes = one_hot(y, 10).float()[:, :, None, None].expand(-1, -1, 8, 8)
        return self.body(torch.cat([x, planes], dim=1))
# --8<-- [end:Discriminator]


# --8<-- [start:train_gan]
def train_gan(
    X: ArrayLike, y: ArrayLike, *, steps: int, width: int = 64, lr: float = 4e-4,
    batch_size: int = 64, generator: torch.Generator,
) -> Generator:
    """가려내는 쪽과 그리는 쪽이 한 걸음씩 번갈아 배운다. 식 (15.10)

    X: (N, 1, 8, 8) 0–1, y: (N,) 클래스. generator: 뽑는 배치와 난수. 층의 첫 값과
    드롭아웃은 torch.manual_seed가 정한다
    """
    X = torch.tensor(arrays.finite("X", X, "N, 1, 8, 8").copy()).float()
    y = torch.tensor(
        arrays.integers("y", y, "N", low=0, high=9, N=len(X)).copy()
    )
    scalars.instance("generator", generator, torch.Generator)
    G, D = Generator(width=width), Discriminator(width)
    options = {"lr": scalars.number("lr", lr, above=0), "betas": (0.5, 0.999)}
    for_G = torch.optim.Adam(G.parameters(), **options)
    for_D = torch.optim.Adam(D.parameters(), **options)
    n = scalars.count("batch_size", batch_size, 2)  # 배치 정규화는 둘 이상이라야
    loss = binary_cross_entropy_with_logits
    one, zero = torch.ones(n, 1), torch.zeros(n, 1)
    for _ in range(scalars.count("steps", steps)):
        b = torch.randint(len(X), (n,), generator=generator)
        fake = G(torch.randn(n, G.z, generator=generator), y[b])
        for_D.zero_grad()
        seen = loss(D(X[b], y[b]), 0.9 * one) + loss(D(fake.detach(), y[b]), zero)
        seen.backward()
        for_D.step()
        for_G.zero_grad()
        loss(D(fake, y[b]), one).backward()  # 진짜라고 믿게 하는 쪽으로
        for_G.step()
    return G.eval()


@torch.no_grad()
def draw(G: Generator, y: ArrayLike, *, generator: torch.Generator) -> Array:
    """클래스마다 한 장씩 그린 (N, 1, 8, 8)"""
    y = torch.tensor(arrays.integers("y", y, "N", low=0, high=9).copy())
    scalars.instance("G", G, Generator)
    scalars.instance("generator", generator, torch.Generator)
    return G(torch.randn(len(y), G.z, generator=generator), y).double().numpy()
# --8<-- [end:train_gan]


# --8<-- [start:counter]
def spread(X: ArrayLike, y: ArrayLike) -> Array:
    """클래스마다 픽셀의 표준편차를 평균한 것 (K,)"""
    X = arrays.finite("X", X, "N, C, H, W")
    y = arrays.classes("y", y, N=len(X))
    return np.array([X[y == k].std(axis=0).mean() for k in np.unique(y)])


def covered(fake: ArrayLike, real: ArrayLike) -> int:
    """real 가운데 어느 fake의 가장 가까운 이웃인 것의 수. 무너지면 줄어든다."""
    a = arrays.finite("fake", fake, "N, C, H, W")
    C, H, W = a.shape[1:]
    b = arrays.finite("real", real, "M, C, H, W", C=C, H=H, W=W)
    a, b = a.reshape(len(a), -1), b.reshape(len(b), -1)
    far = (a**2).sum(1)[:, None] - 2 * a @ b.T + (b**2).sum(1)
    return len(np.unique(far.argmin(axis=1)))
# --8<-- [end:counter]
