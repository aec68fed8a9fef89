"""어텐션. 질문과 닮은 열쇠를 찾아 그 값을 섞어 온다.

기호: query (…, L, E) 질문, key (…, S, E) 열쇠, value (…, S, V) 값
출처: Vaswani 외 (2017), 3.2.1절
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.arrays import broadcast, broadcast_shapes, mask, real
from lessons.scalars import flag, number

# --8<-- [end:imports]


# --8<-- [start:attention_weights]
def attention_weights(
    query: Array,
    key: Array,
    attn_mask: np.ndarray | None = None,
    is_causal: bool = False,
    scale: float | None = None,
) -> Array:
    """질문마다 열쇠를 얼마씩 볼지 정한다. 식 (2.13)

    attn_mask: (…, L, S) 참인 자리만 보는 논리값, 또는 점수에 더할 실수
    is_causal: 참이면 자기 자리와 그 앞만 본다
    scale: 점수에 곱할 수. None이면 1/√E
    반환: (…, L, S), 행마다 합이 1. 볼 것이 하나도 없는 행은 모두 0
    오류: E가 다르거나, 가리개를 둘 다 주거나, 점수와 모양이 안 맞으면 ValueError
    """
    query = real("query", query, "..., L, E")
    E = query.shape[-1]
    key = real("key", key, "..., S, E", E=E)
    broadcast_shapes(query=query.shape[:-2], key=key.shape[:-2])
    scale = max(E, 1) ** -0.5 if scale is None else number("scale", scale)
    scores = query @ key.swapaxes(-1, -2) * scale
    if flag("is_causal", is_causal):
        if attn_mask is not None:
            raise ValueError("is_causal과 attn_mask는 하나만 준다.")
        attn_mask = np.tri(*scores.shape[-2:], dtype=bool)
    if attn_mask is not None:
        added = mask("attn_mask", attn_mask, floats=True)
        if added.dtype == bool:
            added = np.where(added, 0, -np.inf)
        scores = scores + broadcast("attn_mask", added, scores.shape)
    top = scores.max(axis=-1, keepdims=True, initial=-np.inf)
    e = np.exp(scores - np.where(np.isfinite(top), top, 0))
    total = e.sum(axis=-1, keepdims=True)
    return e / np.where(total == 0, 1, total)
# --8<-- [end:attention_weights]


# --8<-- [start:scaled_dot_product_attention]
def scaled_dot_product_attention(
    query: Array,
    key: Array,
    value: Array,
    attn_mask: np.ndarray | None = None,
    is_causal: bool = False,
    scale: float | None = None,
) -> Array:
    """값을 가중치로 섞는다. 식 (2.14)

    query: (…, L, E), key: (…, S, E), value: (…, S, V), 반환: (…, L, V)
    오류: key와 value의 S가 다르거나 attention_weights의 오류면 ValueError
    """
    weights = attention_weights(query, key, attn_mask, is_causal, scale)
    value = real("value", value, "..., S, V", S=weights.shape[-1])
    broadcast_shapes(weights=weights.shape[:-2], value=value.shape[:-2])
    return weights @ value
# --8<-- [end:scaled_dot_product_attention]
