"""트랜스포머 블록의 순전파. 토큰끼리 섞고, 토큰마다 바꾼다.

기호: x (N, T, E), N 배치, T 토큰의 수, E 토큰의 성분의 수
    weights는 이름에서 배열을 찾는 사전이고, 이름은 PyTorch의 state_dict를 따른다
출처: Vaswani 외 (2017), 층 정규화를 앞에 두는 꼴은 Dosovitskiy 외 (2021)
"""

# --8<-- [start:imports]
import math
from collections.abc import Mapping

import numpy as np

from lessons import Array
from lessons.arrays import real
from lessons.dl.attention import scaled_dot_product_attention
from lessons.scalars import choice, count, instance, number, text

Weights = Mapping[str, Array]
# --8<-- [end:imports]


# --8<-- [start:parts]
def weight(weights: Weights, name: str, shape: str, **sizes: int) -> Array:
    """이름이 name이고 모양이 shape인 배열을 꺼낸다."""
    instance("weights", weights, Mapping, "이름에서 배열을 찾는 사전")
    return real(name, weights[choice("name", name, tuple(weights))], shape, **sizes)


def linear(x: Array, weights: Weights, name: str) -> Array:
    """가중합. 가중치의 행이 출력이다."""
    x = real("x", x, "..., D")
    W = weight(weights, f"{name}weight", "K, D", D=x.shape[-1])
    return x @ W.T + weight(weights, f"{name}bias", "K", K=len(W))


def layer_norm(x: Array, weights: Weights, name: str, eps: float = 1e-5) -> Array:
    """토큰마다 평균을 0, 분산을 1로 맞춘 뒤 배운 만큼 늘이고 옮긴다."""
    x, eps = real("x", x, "..., E"), number("eps", eps, 0)
    E = x.shape[-1]
    γ, β = (weight(weights, f"{name}{w}", "E", E=E) for w in ("weight", "bias"))
    z = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + eps)
    return z * γ + β


def gelu(x: Array) -> Array:
    """음수를 부드럽게 눌러 0에 가깝게 한다."""
    x = real("x", x)
    return x * (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))) / 2
# --8<-- [end:parts]


# --8<-- [start:multi_head_attention]
def multi_head_attention(x: Array, weights: Weights, num_heads: int) -> Array:
    """질문, 열쇠, 값을 num_heads조각으로 나누어 따로 어텐션을 하고 다시 붙인다.

    x: (N, T, E), 반환: (N, T, E)
    오류: E가 num_heads로 나누어떨어지지 않으면 ValueError
    """
    x, num_heads = real("x", x, "N, T, E"), count("num_heads", num_heads)
    N, T, E = x.shape
    if E % num_heads:
        raise ValueError(f"num_heads: E={E}의 약수를 넣는다. 받은 값: {num_heads}.")
    qkv = real("in_proj", linear(x, weights, "in_proj_"), "N, T, K", K=3 * E)
    heads = qkv.reshape(N, T, 3, num_heads, E // num_heads)
    query, key, value = heads.transpose(2, 0, 3, 1, 4)  # 저마다 (N, 머리, T, E/머리)
    mixed = scaled_dot_product_attention(query, key, value)
    return linear(mixed.swapaxes(1, 2).reshape(N, T, E), weights, "out_proj.")
# --8<-- [end:multi_head_attention]


# --8<-- [start:encoder_block]
def inside(weights: Weights, prefix: str) -> Weights:
    """prefix로 시작하는 것만 골라 그 이름을 뗀다."""
    instance("weights", weights, Mapping, "이름에서 배열을 찾는 사전")
    cut = len(text("prefix", prefix))
    return {name[cut:]: w for name, w in weights.items() if name.startswith(prefix)}


def encoder_block(x: Array, weights: Weights, num_heads: int) -> Array:
    """트랜스포머 블록. 식 (2.15). x: (N, T, E), 반환: (N, T, E)"""
    x = real("x", x, "N, T, E")
    attention = inside(weights, "self_attn.")
    x = x + multi_head_attention(layer_norm(x, weights, "norm1."), attention, num_heads)
    hidden = gelu(linear(layer_norm(x, weights, "norm2."), weights, "linear1."))
    return x + linear(hidden, weights, "linear2.")
# --8<-- [end:encoder_block]
