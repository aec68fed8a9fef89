"""트랜스포머 블록의 순전파. 토큰끼리 섞고, 토큰마다 바꾼다.

기호: x (N, T, E), N 배치, T 토큰의 수, E 토큰의 길이
    weights는 이름에서 배열을 찾는 사전이고, 이름은 PyTorch의 state_dict를 따른다
출처: Vaswani 외 (2017), 층 정규화를 앞에 두는 꼴은 Dosovitskiy 외 (2021)
"""

# --8<-- [start:imports]
import math
from collections.abc import Mapping

import numpy as np

from lessons import Array
from lessons.dl.attention import scaled_dot_product_attention

Weights = Mapping[str, Array]
# --8<-- [end:imports]


# --8<-- [start:parts]
def linear(x: Array, weights: Weights, name: str) -> Array:
    """가중합. 가중치의 행이 출력이다."""
    return x @ weights[name + "weight"].T + weights[name + "bias"]


def layer_norm(x: Array, weights: Weights, name: str, eps: float = 1e-5) -> Array:
    """토큰마다 평균을 0, 분산을 1로 맞춘 뒤 배운 만큼 늘이고 옮긴다."""
    z = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + eps)
    return z * weights[name + "weight"] + weights[name + "bias"]


def gelu(x: Array) -> Array:
    """음수를 부드럽게 눌러 0에 가깝게 한다."""
    return x * (1 + np.vectorize(math.erf)(x / math.sqrt(2))) / 2
# --8<-- [end:parts]


# --8<-- [start:multi_head_attention]
def multi_head_attention(x: Array, weights: Weights, num_heads: int) -> Array:
    """토큰을 num_heads조각으로 나누어 따로 어텐션을 한 뒤 다시 붙인다.

    x: (N, T, E), 반환: (N, T, E)
    오류: E가 num_heads로 나누어떨어지지 않으면 ValueError
    """
    N, T, E = x.shape
    if num_heads < 1 or E % num_heads:
        raise ValueError(f"E={E}가 num_heads={num_heads}의 배수여야 한다.")
    qkv = x @ weights["in_proj_weight"].T + weights["in_proj_bias"]
    heads = qkv.reshape(N, T, 3, num_heads, E // num_heads)
    query, key, value = heads.transpose(2, 0, 3, 1, 4)  # 저마다 (N, 머리, T, E/머리)
    mixed = scaled_dot_product_attention(query, key, value)
    return linear(mixed.swapaxes(1, 2).reshape(N, T, E), weights, "out_proj.")
# --8<-- [end:multi_head_attention]


# --8<-- [start:encoder_block]
def inside(weights: Weights, prefix: str) -> Weights:
    """prefix로 시작하는 것만 골라 그 이름을 뗀다."""
    cut = len(prefix)
    return {name[cut:]: w for name, w in weights.items() if name.startswith(prefix)}


def encoder_block(x: Array, weights: Weights, num_heads: int) -> Array:
    """트랜스포머 블록. 식 (2.15). x: (N, T, E), 반환: (N, T, E)"""
    attention = inside(weights, "self_attn.")
    x = x + multi_head_attention(layer_norm(x, weights, "norm1."), attention, num_heads)
    hidden = gelu(linear(layer_norm(x, weights, "norm2."), weights, "linear1."))
    return x + linear(hidden, weights, "linear2.")
# --8<-- [end:encoder_block]
