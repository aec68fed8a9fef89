"""비전 트랜스포머: 패치, 블록, 전체가 PyTorch와 같다."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from torch import nn
from torch.nn import functional as F

from lessons.dl.transformer import (
    encoder_block,
    gelu,
    inside,
    layer_norm,
    linear,
    multi_head_attention,
)
from lessons.dl.vit import patchify, vit
from lessons.dl.vit_torch import ViT

CLOSE = {"rtol": 0, "atol": 1e-13}


def arrays(module):
    return {name: w.numpy() for name, w in module.state_dict().items()}


def random_weights(module):
    """0과 1로 시작하는 것까지 모두 흔든다."""
    with torch.no_grad():
        for p in module.parameters():
            p.add_(0.3 * torch.randn_like(p))
    return module.double()


# 패치


def test_patches_of_the_page():
    got = patchify(np.arange(16).reshape(1, 1, 4, 4), 2)[0].tolist()
    assert got == [[0, 1, 4, 5], [2, 3, 6, 7], [8, 9, 12, 13], [10, 11, 14, 15]]
    assert patchify(np.zeros((1, 3, 224, 224)), 16).shape == (1, 196, 768)


@pytest.mark.parametrize(
    ("N", "C", "H", "W", "P"), [(2, 3, 6, 9, 3), (1, 1, 4, 2, 1), (3, 2, 4, 8, 4)]
)
def test_patches_are_unfold_and_strided_convolution(N, C, H, W, P):
    torch.manual_seed(P)
    images = torch.randn(N, C, H, W, dtype=torch.float64)
    got = patchify(images.numpy(), P)
    assert_allclose(got, F.unfold(images, P, stride=P).transpose(1, 2))
    kernel = torch.randn(5, C, P, P, dtype=torch.float64)
    theirs = F.conv2d(images, kernel, stride=P).flatten(2).transpose(1, 2)
    assert_allclose(got @ kernel.numpy().reshape(5, -1).T, theirs, **CLOSE)


# 부품


@pytest.mark.parametrize("eps", [None, 1e-5, 0.1])
def test_layer_norm(eps):
    torch.manual_seed(0)
    x = 0.01 * torch.randn(2, 3, 7, dtype=torch.float64)
    w, b = torch.randn(2, 7, dtype=torch.float64)
    options = {} if eps is None else {"eps": eps}
    weights = {"a.weight": w.numpy(), "a.bias": b.numpy()}
    ours = layer_norm(x.numpy(), weights, "a.", **options)
    assert_allclose(ours, F.layer_norm(x, (7,), w, b, **options), **CLOSE)


def test_gelu_and_linear():
    x = torch.linspace(-6, 6, 99, dtype=torch.float64)
    assert_allclose(gelu(x.numpy()), F.gelu(x), rtol=0, atol=1e-15)
    net = nn.Linear(3, 5, dtype=torch.float64)
    x = torch.randn(4, 3, dtype=torch.float64)
    weights = {f"a.{name}": w for name, w in arrays(net).items()}
    assert_allclose(linear(x.numpy(), weights, "a."), net(x).detach(), **CLOSE)


def test_names_lose_their_prefix():
    assert inside({"a.b": 1, "a.c": 2, "ab": 3}, "a.") == {"b": 1, "c": 2}


@pytest.mark.parametrize("heads", [1, 2, 3, 6])
def test_multi_head_attention(heads):
    torch.manual_seed(heads)
    net = random_weights(nn.MultiheadAttention(6, heads, batch_first=True))
    x = torch.randn(2, 5, 6, dtype=torch.float64)
    ours = multi_head_attention(x.numpy(), arrays(net), heads)
    assert_allclose(ours, net(x, x, x)[0].detach(), **CLOSE)


@pytest.mark.parametrize("heads", [1, 4])
def test_block_is_torchs(heads):
    torch.manual_seed(heads)
    block = {"batch_first": True, "norm_first": True, "activation": "gelu"}
    net = random_weights(nn.TransformerEncoderLayer(8, heads, 13, 0.0, **block))
    x = torch.randn(3, 5, 8, dtype=torch.float64)
    ours = encoder_block(x.numpy(), arrays(net), heads)
    assert_allclose(ours, net(x).detach(), **CLOSE)


# 전체


@pytest.mark.parametrize(
    ("size", "P", "depth", "heads"),
    [
        ((1, 8, 8), 4, 2, 4),
        ((3, 6, 9), 3, 1, 2),
        ((2, 4, 4), 2, 3, 1),
        ((1, 2, 2), 1, 0, 1),
    ],
)
def test_vit_is_torchs(size, P, depth, heads):
    torch.manual_seed(depth)
    net = random_weights(ViT(size, P, 5, dim=8, depth=depth, num_heads=heads))
    images = torch.randn(3, *size, dtype=torch.float64)
    ours = vit(images.numpy(), arrays(net), P, heads)
    assert ours.shape == (3, 5)
    assert_allclose(ours, net(images).detach(), **CLOSE)


def test_more_than_ten_blocks_keep_their_order():
    torch.manual_seed(0)
    net = random_weights(ViT((1, 2, 2), 1, 3, dim=4, depth=11, num_heads=2))
    images = torch.randn(2, 1, 2, 2, dtype=torch.float64)
    assert_allclose(
        vit(images.numpy(), arrays(net), 1, 2), net(images).detach(), **CLOSE
    )


def test_parameters_of_the_page():
    net = ViT((1, 8, 8), patch_size=4, num_classes=10)
    assert sum(p.numel() for p in net.parameters()) == 18_218
    assert net.pos.shape == (1, 5, 32)
    assert net.cls.shape == (1, 1, 32)
    assert len(net.blocks) == 2
    assert net.blocks[0].self_attn.num_heads == 4


def test_places_start_small():
    torch.manual_seed(0)
    net = ViT((1, 16, 16), 1, 2, depth=0)
    assert_allclose(net.pos.std().item(), 0.02, rtol=0.05)


def test_without_places_patches_may_be_shuffled():
    torch.manual_seed(1)
    net = random_weights(ViT((1, 4, 4), 2, 3, dim=8, num_heads=2))
    images = np.random.default_rng(0).standard_normal((2, 1, 4, 4))
    turned = images[:, :, [2, 3, 0, 1]]
    weights = arrays(net)
    assert not np.allclose(vit(images, weights, 2, 2), vit(turned, weights, 2, 2))
    weights["pos"] = 0 * weights["pos"]
    assert_allclose(vit(images, weights, 2, 2), vit(turned, weights, 2, 2), **CLOSE)


@pytest.mark.parametrize(
    ("shape", "P"),
    [((4, 4), 2), ((1, 1, 4, 4), 3), ((1, 1, 4, 6), 4), ((1, 1, 6, 4), 4)],
)
def test_patch_errors(shape, P):
    with pytest.raises(ValueError, match=rf"images: 모양이|patch_size: .*약수.*{P}"):
        patchify(np.zeros(shape), P)


@pytest.mark.parametrize("P", [0, -1])
def test_patch_size_is_positive(P):
    with pytest.raises(ValueError, match="patch_size: 1 이상의 정수"):
        patchify(np.zeros((1, 1, 4, 4)), P)


@pytest.mark.parametrize("heads", [4, 0])
def test_head_errors(heads):
    with pytest.raises(ValueError, match=r"num_heads: (E=6의 약수|1 이상의 정수)"):
        multi_head_attention(np.zeros((1, 2, 6)), {}, heads)


def test_positions_are_one_for_each_token():
    rng = np.random.default_rng(0)
    torch.manual_seed(0)
    weights = {
        k: v.detach().numpy() for k, v in ViT((1, 4, 4), 2, 3).state_dict().items()
    }
    images = rng.integers(0, 256, (2, 1, 4, 4)).astype(np.uint8)
    assert_allclose(vit(images, weights, 2, 4), vit(images * 1.0, weights, 2, 4))
    for name, shape, message in (
        ("pos", (1, 1, 32), r"pos: 모양이 \(1, 5, 32\)인.*\(1, 1, 32\)"),
        ("cls", (1, 32), r"cls: 모양이 \(1, 1, 32\)인"),
        ("head.bias", (1,), r"head\.bias: 모양이 \(3,\)인"),
    ):
        with pytest.raises(ValueError, match=message):
            vit(images, weights | {name: np.zeros(shape)}, 2, 4)
    del weights["norm.weight"]
    with pytest.raises(ValueError, match=r"name: .*'norm\.weight'"):
        vit(images, weights, 2, 4)


@pytest.mark.parametrize(
    "options", [{"patch_size": 3}, {"num_heads": 5}, {"depth": 1.5}, {"image_size": 4}]
)
def test_the_torch_twin_refuses_the_same(options):
    good = {"image_size": (1, 4, 4), "patch_size": 2, "num_classes": 3}
    with pytest.raises(
        ValueError, match=r"patch_size|depth: 0 이상|image_size: 정수의"
    ):
        ViT(**good | options)
