"""어텐션: 페이지의 세 토큰, F.scaled_dot_product_attention과의 일치, 성질, 오류."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from torch.nn import functional as F

from lessons.dl.attention import attention_weights, scaled_dot_product_attention

KEY = np.array([[1.0, 0], [0, 1], [1, 1]])


def tensors(rng, *shapes):
    return [torch.from_numpy(rng.standard_normal(shape)) for shape in shapes]


def test_three_tokens_by_hand():
    query, value = np.array([[2.0, 0]]), np.array([[10.0], [100], [20]])
    e = np.exp(2 / np.sqrt(2))
    want = np.array([[e, 1, e]]) / (2 * e + 1)
    weights = attention_weights(query, KEY)
    assert_allclose(weights, want)
    assert weights.round(3).tolist() == [[0.446, 0.108, 0.446]]
    mixed = scaled_dot_product_attention(query, KEY, value)
    assert mixed.round(2).tolist() == [[24.21]]
    causal = attention_weights(KEY, KEY, is_causal=True).round(2)
    assert causal.tolist() == [[1, 0, 0], [0.33, 0.67, 0], [0.25, 0.25, 0.5]]


@pytest.mark.parametrize("lead", [(), (3,), (2, 3)])
@pytest.mark.parametrize("mask", [None, "causal", "bool", "float"])
@pytest.mark.parametrize("scale", [None, 0.3])
def test_is_torch(lead, mask, scale):
    rng = np.random.default_rng(len(lead))
    q, k, v = tensors(rng, (*lead, 5, 4), (*lead, 7, 4), (*lead, 7, 3))
    options = {"scale": scale, "is_causal": mask == "causal"}
    if mask == "bool":
        options["attn_mask"] = rng.random((5, 7)) < 0.5
    if mask == "float":
        options["attn_mask"] = rng.standard_normal((*lead, 5, 7))
    ours = scaled_dot_product_attention(*(t.numpy() for t in (q, k, v)), **options)
    if "attn_mask" in options:
        options["attn_mask"] = torch.from_numpy(options["attn_mask"])
    theirs = F.scaled_dot_product_attention(q, k, v, **options)
    assert_allclose(ours, theirs, rtol=0, atol=1e-14)


def test_masks_stand_in_torchs_order():
    q, k, v = (t.numpy() for t in tensors(np.random.default_rng(1), *[(4, 4)] * 3))
    see = np.tri(4, dtype=bool)
    want = scaled_dot_product_attention(q, k, v, is_causal=True)
    assert_allclose(scaled_dot_product_attention(q, k, v, see), want)
    assert_allclose(scaled_dot_product_attention(q, k, v, None, True), want)
    assert_allclose(
        attention_weights(q, k, None, True, 0.5),
        attention_weights(q, k, is_causal=True, scale=0.5),
    )


def test_nothing_to_see_is_zero():
    q, k, v = (t.numpy() for t in tensors(np.random.default_rng(2), *[(3, 4)] * 3))
    see = np.array([[1, 1, 0], [0, 0, 0], [0, 1, 1]], dtype=bool)
    ours = scaled_dot_product_attention(q, k, v, see)
    theirs = F.scaled_dot_product_attention(
        *map(torch.from_numpy, (q, k, v)), torch.from_numpy(see)
    )
    assert (ours[1] == 0).all()
    assert_allclose(ours, theirs, rtol=0, atol=1e-15)


def test_rows_are_shares_even_of_huge_scores():
    weights = attention_weights(1e4 * KEY, KEY)
    assert_allclose(weights.sum(axis=-1), 1)
    assert (weights >= 0).all()
    assert_allclose(attention_weights(KEY, 0 * KEY), 1 / 3)


def test_shuffling_tokens_only_shuffles_the_answer():
    x = np.random.default_rng(3).standard_normal((6, 4))
    order = np.array([3, 0, 5, 1, 4, 2])
    out = scaled_dot_product_attention(x, x, x)
    mixed = scaled_dot_product_attention(x[order], x[order], x[order])
    assert_allclose(out[order], mixed)
    assert not np.allclose(out, mixed)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: attention_weights(KEY, np.ones((5, 3, 4))),
            r"key: 모양이 \(\.\.\., S, 2\)인.*\(5, 3, 4\)",
        ),
        (
            lambda: attention_weights(KEY, KEY, np.tri(3, dtype=bool), True),
            "is_causal과 attn_mask는 하나만",
        ),
        (
            lambda: scaled_dot_product_attention(KEY, KEY, KEY[:2]),
            r"value: 모양이 \(\.\.\., 3, V\)인",
        ),
        (lambda: attention_weights(KEY, KEY, np.ones((2, 2))), r"attn_mask: 모양이"),
        (
            lambda: attention_weights(KEY, KEY, np.tri(3, dtype=int)),
            r"attn_mask: 참과 거짓.*astype\(bool\)",
        ),
        (
            lambda: attention_weights(KEY, KEY, np.ones((5, 3, 3), bool)),
            r"attn_mask: 모양이 \(3, 3\)이거나",
        ),
        (lambda: attention_weights(KEY, KEY, scale="1"), "scale: 유한한 수"),
        (lambda: attention_weights(KEY, KEY, is_causal=1), "is_causal: True나 False"),
        (lambda: attention_weights(KEY * 1j, KEY), "query: 실수를 넣는다"),
        (
            lambda: attention_weights(np.ones((2, 3, 2)), np.ones((5, 3, 2))),
            r"query·key: .*query \(2,\), key \(5,\)",
        ),
    ],
)
def test_errors(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_small_integers_do_not_wrap():
    q = np.array([[200, 3], [1, 250]], np.uint8)
    assert_allclose(attention_weights(q, q), attention_weights(q * 1.0, q * 1.0))
    assert_allclose(
        scaled_dot_product_attention(q, q, q, scale=-1.0),
        scaled_dot_product_attention(q * 1.0, q * 1.0, q * 1.0, scale=-1.0),
    )


def test_no_key_is_nothing_to_see():
    assert attention_weights(np.ones((2, 3)), np.ones((0, 3))).shape == (2, 0)
