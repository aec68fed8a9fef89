"""어텐션. 질문과 닮은 열쇠를 찾아 그 값을 섞어 온다.

기호: query (…, L, E) 질문, key (…, S, E) 열쇠, value (…, S, V) 값
출처: Vaswani 외 (2017), 3.2.1절
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array

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

    attn_mask: (…, L, S) 참인 자리만 보는 논리값, 또는 점수에 더할 수
    is_causal: 참이면 자기 자리와 그 앞만 본다
    scale: 점수에 곱할 수. None이면 1/√E
    반환: (…, L, S), 행마다 합이 1. 볼 것이 하나도 없는 행은 모두 0
    오류: E가 다르거나, 가리개를 둘 다 주거나, 점수와 모양이 안 맞으면 ValueError
    """
    query, key = np.asarray(query), np.asarray(key)
    E = query.shape[-1]
    if key.shape[-1] != E:
        raise ValueError(
            f"query와 key의 마지막 축이 같아야 한다. {E}와 {key.shape[-1]}가 왔다."
        )
    scores = query @ key.swapaxes(-1, -2) * (E**-0.5 if scale is None else scale)
    if is_causal:
        if attn_mask is not None:
            raise ValueError("is_causal과 attn_mask는 하나만 준다.")
        attn_mask = np.tri(*scores.shape[-2:], dtype=bool)
    if attn_mask is not None:
        mask = np.asarray(attn_mask)
        if mask.dtype == bool:
            mask = np.where(mask, 0, -np.inf)
        scores = scores + mask
    top = scores.max(axis=-1, keepdims=True)
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
    value = np.asarray(value)
    if np.shape(key)[-2] != value.shape[-2]:
        raise ValueError(
            "열쇠마다 값이 하나여야 한다. "
            f"key는 {np.shape(key)[-2]}개, value는 {value.shape[-2]}개다."
        )
    return attention_weights(query, key, attn_mask, is_causal, scale) @ value
# --8<-- [end:scaled_dot_product_attention]
