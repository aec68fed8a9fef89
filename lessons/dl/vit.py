"""비전 트랜스포머의 순전파. 이미지를 조각내어 문장처럼 읽는다.

기호: N 배치, T 토큰의 수, E 토큰의 성분의 수, P 패치의 한 변
출처: Dosovitskiy 외 (2021)
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.arrays import real
from lessons.dl.transformer import (
    Weights,
    encoder_block,
    inside,
    layer_norm,
    linear,
    weight,
)
from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:patchify]
def patchify(images: Array, patch_size: int) -> Array:
    """이미지를 겹치지 않는 조각으로 잘라 한 줄씩 편다.

    images: (N, C, H, W), 반환: (N, T, C·P·P), 왼쪽 위부터 가로로
    오류: 4차원이 아니거나 P로 나누어떨어지지 않으면 ValueError
    """
    images, P = real("images", images, "N, C, H, W"), count("patch_size", patch_size)
    N, C, H, W = images.shape
    if H % P or W % P:
        raise ValueError(f"patch_size: H={H}와 W={W}의 약수를 넣는다. 받은 값: {P}.")
    grid = images.reshape(N, C, H // P, P, W // P, P)
    return grid.transpose(0, 2, 4, 1, 3, 5).reshape(N, H // P * (W // P), C * P * P)
# --8<-- [end:patchify]


# --8<-- [start:vit]
def vit(images: Array, weights: Weights, patch_size: int, num_heads: int) -> Array:
    """이미지를 로짓으로 바꾼다. 식 (2.16)

    images: (N, C, H, W), 반환: (N, K)
    오류: patchify와 같다
    """
    patches = patchify(images, patch_size)
    N, T, D = patches.shape
    P = {"P": patch_size}
    kernel = weight(weights, "patch.weight", "E, C, P, P", **P, C=D // patch_size**2)
    E = len(kernel)
    tokens = patches @ kernel.reshape(E, -1).T + weight(weights, "patch.bias", "E", E=E)
    first = np.broadcast_to(weight(weights, "cls", "1, 1, E", E=E), (N, 1, E))
    x = np.concatenate([first, tokens], axis=1)
    x = x + weight(weights, "pos", "1, T, E", T=T + 1, E=E)
    depth = len({name.split(".")[1] for name in weights if name.startswith("blocks.")})
    for i in range(depth):
        x = encoder_block(x, inside(weights, f"blocks.{i}."), num_heads)
    return linear(layer_norm(x[:, 0], weights, "norm."), weights, "head.")
# --8<-- [end:vit]
