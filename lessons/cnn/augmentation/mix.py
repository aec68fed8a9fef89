"""사진끼리 섞는 증강: MixUp, CutMix, 모자이크. 정답도 함께 섞인다.

기호: X (N, C, H, W), Y (N, K) 클래스의 확률(원-핫이어도 된다), lam(λ) 제 것의 몫
출처: Zhang 외 (2018), Yun 외 (2019), Bochkovskiy 외 (2020)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, arrays, scalars
from lessons.cnn.augmentation.geometric import move
from lessons.cnn.augmentation.sample import Sample

# --8<-- [end:imports]


# --8<-- [start:mixup]
def mixup(
    X: ArrayLike, Y: ArrayLike, alpha: float = 1.0, *, rng: np.random.Generator
) -> tuple[Array, Array]:
    """배치를 뒤섞은 것과 λ : 1 − λ로 더한다. 정답도 똑같이 더한다. 식 (15.7)"""
    X = arrays.finite("X", X, "N, C, H, W")
    Y = arrays.probabilities("Y", Y, "N, K", N=len(X))
    alpha = scalars.number("alpha", alpha, above=0)
    lam = scalars.generator("rng", rng).beta(alpha, alpha)
    other = rng.permutation(len(X))
    return lam * X + (1 - lam) * X[other], lam * Y + (1 - lam) * Y[other]
# --8<-- [end:mixup]


# --8<-- [start:cutmix]
def cutmix(
    X: ArrayLike, Y: ArrayLike, alpha: float = 1.0, *, rng: np.random.Generator
) -> tuple[Array, Array]:
    """네모 하나를 다른 사진의 같은 자리로 바꾸고, 정답은 넓이만큼 섞는다. 식 (15.8)

    네모의 가운데와 변은 torchvision의 CutMix처럼 뽑는다
    """
    X = arrays.finite("X", X, "N, C, H, W")
    Y = arrays.probabilities("Y", Y, "N, K", N=len(X))
    alpha = scalars.number("alpha", alpha, above=0)
    cut = np.sqrt(1 - scalars.generator("rng", rng).beta(alpha, alpha))
    other, (H, W) = rng.permutation(len(X)), X.shape[2:]
    y, x = rng.integers(H), rng.integers(W)
    h, w = int(cut * H / 2), int(cut * W / 2)  # 가운데에서 변까지
    t, b, lo, hi = max(y - h, 0), min(y + h, H), max(x - w, 0), min(x + w, W)
    mixed = X.copy()
    mixed[:, :, t:b, lo:hi] = X[other][:, :, t:b, lo:hi]
    lam = 1 - (b - t) * (hi - lo) / (H * W)  # 잘린 네모의 참 넓이로 다시 센다
    return mixed, lam * Y + (1 - lam) * Y[other]
# --8<-- [end:cutmix]


# --8<-- [start:mosaic]
def mosaic(
    samples: list[Sample], *, min_visibility: float = 0.0, rng: np.random.Generator
) -> Sample:
    """크기와 정답의 종류가 같은 넷을 아무 데나 잡은 가운데 점의 네 쪽에 놓는다."""
    samples = scalars.instance("samples", samples, (list, tuple), "사진 넷의 목록")
    scalars.count("len(samples)", len(samples), 4, 4)
    first = scalars.instance("samples[0]", samples[0], Sample)
    H, W = first.size
    share = scalars.generator("rng", rng).uniform(0.25, 0.75, 2)
    cy, cx = (share * (H, W)).astype(int).clip(1)
    image, parts = np.zeros_like(first.image), []
    for k, sample in enumerate(samples):
        below, right = divmod(k, 2)
        top, left = cy * below, cx * right
        h, w = (H - cy if below else cy), (W - cx if right else cx)
        # 가운데 점에 닿는 모서리 쪽을 남긴다
        dy, dx = (0 if below else h - H), (0 if right else w - W)
        M = np.array([[1.0, 0, dx], [0, 1, dy], [0, 0, 1]])
        piece = move(sample, M, (h, w), min_visibility=min_visibility)
        image[top : top + h, left : left + w] = piece.image
        parts.append(move(piece, [[1, 0, left], [0, 1, top], [0, 0, 1]], (H, W)))
    kept = {
        name: np.concatenate([getattr(p, name) for p in parts])
        for name in ("boxes", "masks", "labels")
        if getattr(first, name) is not None
    }
    return Sample(image, **kept)
# --8<-- [end:mosaic]
