"""이미지의 구조를 쓰는 가장 작은 신경망, 그리고 그 구조를 재고 부수는 도구.

창 하나를 보는 아핀 변환을 모든 자리에 똑같이 쓴다. 그것이 합성곱층이다.
기호: x 이미지 (N, H, W), k 창의 한 변, s 스트라이드
출처: LeCun 외 (1998), Gradient-based learning applied to document recognition
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import classes, finite, integers, real
from lessons.dl.optimizers import Adam
from lessons.dl.tensor import Tensor
from lessons.scalars import count, function, generator, number

# --8<-- [end:imports]


# --8<-- [start:windows]
def windows(x: ArrayLike, k: int, stride: int = 1, padding: int = 0) -> Array:
    """k×k 창이 놓이는 자리마다 창 안의 픽셀을 한 줄로 편다.

    x: (N, H, W), padding: 둘레에 덧대는 0의 겹 수
    반환: (N, H_out, W_out, k²)
    오류: 창을 놓을 자리가 없으면 ValueError
    """
    x, k, stride = real("x", x, "N, H, W"), count("k", k), count("stride", stride)
    p = count("padding", padding, 0)
    x = np.pad(x, ((0, 0), (p, p), (p, p)))
    if k > min(x.shape[1:]):
        raise ValueError(
            f"k: {min(x.shape[1:])} 이하로 줄이거나 padding을 늘린다. 받은 값: {k}."
        )
    seen = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(1, 2))
    seen = seen[:, ::stride, ::stride]
    return seen.reshape(*seen.shape[:3], k * k)
# --8<-- [end:windows]


# --8<-- [start:WindowNet]
class WindowNet(nn.Module):
    """창마다 같은 아핀 변환으로 특징을 찾고, 있었는지만 모아 클래스를 고른다. 식 (1.4)

    k: 창의 한 변, channels: 찾을 특징의 수
    """

    def __init__(
        self, k: int, channels: int, num_classes: int, *, rng: np.random.Generator
    ) -> None:
        self.k = count("k", k)
        self.look = nn.Linear(self.k**2, channels, rng=rng)
        self.decide = nn.Linear(channels, num_classes, rng=rng)

    def forward(self, x: ArrayLike) -> Tensor:
        """x: (N, H, W). 반환: (N, num_classes) 로짓"""
        found = self.look(windows(x, self.k)).relu()  # (N, H_out, W_out, channels)
        return self.decide(found.max(axis=(1, 2)))
# --8<-- [end:WindowNet]


# --8<-- [start:fit]
def fit(
    model: nn.Module, X: ArrayLike, y: ArrayLike, *,
    epochs: int, lr: float, batch_size: int, rng: np.random.Generator,
) -> None:
    """Adam으로 교차 엔트로피를 줄인다. model을 제자리에서 고친다."""
    model = function("model", model)
    X = finite("X", X, "N, H, W")
    y, rng = integers("y", y, "N", low=0, N=len(X)), generator("rng", rng)
    batches = -(-len(X) // count("batch_size", batch_size))
    optimizer = Adam(model.parameters(), lr=number("lr", lr, above=0))
    for _ in range(count("epochs", epochs)):
        for i in np.array_split(rng.permutation(len(X)), batches):
            model.zero_grad()
            nn.functional.cross_entropy(model(X[i]), y[i]).backward()
            optimizer.step()
# --8<-- [end:fit]


# --8<-- [start:accuracy]
def accuracy(model: Callable, X: ArrayLike, y: ArrayLike) -> float:
    """맞힌 비율."""
    model = function("model", model)
    X = finite("X", X, "N, H, W")
    y = classes("y", y, N=len(X))
    return float(np.mean(model(X).data.argmax(axis=1) == y))
# --8<-- [end:accuracy]


# --8<-- [start:scatter]
def scatter(X: ArrayLike, size: int, *, rng: np.random.Generator) -> Array:
    """그림마다 size×size 빈 판의 아무 데나 놓는다. X: (N, H, W)"""
    X, rng = finite("X", X, "N, H, W"), generator("rng", rng)
    N, H, W = X.shape
    size = count("size", size, max(H, W))
    boards = np.zeros((N, size, size))
    top = rng.integers(size - H + 1, size=N)
    left = rng.integers(size - W + 1, size=N)
    for board, x, i, j in zip(boards, X, top, left, strict=True):
        board[i : i + H, j : j + W] = x
    return boards
# --8<-- [end:scatter]


# --8<-- [start:shuffle_pixels]
def shuffle_pixels(X: ArrayLike, order: ArrayLike) -> Array:
    """모든 그림의 픽셀을 똑같은 순서로 섞는다. 새 그림의 k번 칸은 옛 order[k]번 칸이다.

    X: (…, H, W), order: (H·W,) 0부터 H·W − 1까지가 한 번씩
    오류: order에 빠지거나 겹친 번호가 있으면 ValueError
    """
    X = real("X", X, "..., H, W")
    order = integers("order", order, "pixels", pixels=X.shape[-2] * X.shape[-1])
    if not np.array_equal(np.sort(order), np.arange(order.size)):
        raise ValueError(
            f"order: 0부터 {order.size - 1}까지가 한 번씩 있어야 한다. "
            "rng.permutation(H * W)로 만든다."
        )
    return X.reshape(*X.shape[:-2], order.size)[..., order].reshape(X.shape)
# --8<-- [end:shuffle_pixels]


# --8<-- [start:neighbor_correlation]
def neighbor_correlation(image: ArrayLike, distance: int = 1) -> float:
    """distance칸 떨어진 오른쪽과 아래쪽 픽셀의 밝기가 얼마나 함께 움직이는가.

    image: (H, W). 반환: −1부터 1까지의 상관계수
    오류: 떨어진 짝이 없거나 밝기가 모두 같으면 ValueError
    """
    image = finite("image", image, "H, W")
    d = count("distance", distance, 1, min(image.shape) - 1)
    here = np.concatenate([image[:, :-d].ravel(), image[:-d].ravel()])
    there = np.concatenate([image[:, d:].ravel(), image[d:].ravel()])
    if np.ptp(here) == 0 or np.ptp(there) == 0:
        raise ValueError("image: 밝기가 모두 같아 상관을 잴 수 없다. 다른 그림을 쓴다.")
    return float(np.corrcoef(here, there)[0, 1])
# --8<-- [end:neighbor_correlation]


# --8<-- [start:shift]
def shift(x: ArrayLike, down: int, right: int) -> Array:
    """그림을 아래와 오른쪽으로 민다. 빈 곳은 0으로 채운다. x: (…, H, W)"""
    x = real("x", x, "..., H, W")
    H, W = x.shape[-2:]
    down, right = count("down", down, -H, H), count("right", right, -W, W)
    moved = np.zeros_like(x)
    to = [slice(max(m, 0), n + min(m, 0)) for m, n in ((down, H), (right, W))]
    by = [slice(max(-m, 0), n + min(-m, 0)) for m, n in ((down, H), (right, W))]
    moved[..., to[0], to[1]] = x[..., by[0], by[1]]
    return moved
# --8<-- [end:shift]
