"""ResNet: 알려진 매개변수, torchvision의 상태 사전, 지름길의 등식."""

import hashlib

import numpy as np
import pytest
import torch

from lessons.cnn.classification.residual_torch import (
    Block,
    agreement,
    contestant,
    gradients,
)
from lessons.cnn.resnet import STAGES, block, conv_bn, resnet_parameters
from lessons.cnn.resnet_torch import BasicBlock, Bottleneck, resnet18, resnet50

KNOWN = {18: 11_689_512, 34: 21_797_672, 50: 25_557_032, 101: 44_549_160}
KNOWN |= {152: 60_192_808}


def test_one_block_by_hand():
    """3×3 둘과 정규화 둘. 채널이 달라지면 지름길에 1×1과 정규화가 더 있다."""
    assert conv_bn(3, 64, 7) == 64 * 3 * 49 + 128
    assert block(64, 64, False) == (2 * (64 * 64 * 9 + 128), 64)
    assert block(64, 128, False)[0] == 128 * 64 * 9 + 128 * 128 * 9 + 512 + 8192 + 256
    assert block(256, 64, True) == (64 * 256 + 128 + 64 * 64 * 9 + 128 + 16896, 256)


@pytest.mark.parametrize("depth", STAGES)
def test_known_parameters(depth):
    assert sum(n for _, n in resnet_parameters(depth)) == KNOWN[depth]


@pytest.mark.parametrize(("depth", "build"), [(18, resnet18), (50, resnet50)])
def test_torch_has_what_was_counted(depth, build):
    with torch.device("meta"):
        model = build()
    for name, size in resnet_parameters(depth):
        stem = [model.conv1, model.bn1]
        parts = stem if name == "stem" else [getattr(model, name)]
        assert sum(p.numel() for part in parts for p in part.parameters()) == size
    assert sum(p.numel() for p in model.parameters()) == KNOWN[depth]
    sized = dict(resnet_parameters(depth, num_classes=7))
    assert sized["fc"] == 7 * (model.fc.in_features + 1)


# torchvision 0.29.1의 resnet18, resnet50이 내는 (이름, 모양)의 차례를 간추린 것
TORCHVISION = {
    18: "9682c6fd405d8d701ab48875427c1aae63e06927fe09b4b1f8d66f5cc28da7d3",
    50: "f398fe5f16a958c815e2e2a8a6359aa7364268391e2d346b12b97b523d9b02f0",
}


@pytest.mark.parametrize(("depth", "build"), [(18, resnet18), (50, resnet50)])
def test_same_state_dict_as_torchvision(depth, build):
    with torch.device("meta"):
        state = build().state_dict()
    named = repr([(name, tuple(value.shape)) for name, value in state.items()])
    assert hashlib.sha256(named.encode()).hexdigest() == TORCHVISION[depth]


def test_resnet_reads_any_size():
    with torch.device("meta"):
        model = resnet50(num_classes=5)
        assert model(torch.empty(2, 3, 224, 224)).shape == (2, 5)
        assert model(torch.empty(1, 3, 91, 75)).shape == (1, 5)
        maps = model.layer4(model.layer3(model.layer2(torch.empty(1, 256, 56, 56))))
    assert maps.shape == (1, 2048, 7, 7)


def test_block_is_the_identity_when_its_last_norm_is_zero():
    """식 (8.6): F가 0이면 블록은 들어온 것을 그대로 넘긴다."""
    torch.manual_seed(0)
    x = torch.rand(2, 64, 5, 6)
    block = BasicBlock(64, 64)
    torch.nn.init.zeros_(block.bn2.weight)
    torch.testing.assert_close(block(x), x)
    wide = torch.rand(2, 256, 5, 6)
    block = Bottleneck(256, 64)
    torch.nn.init.zeros_(block.bn3.weight)
    torch.testing.assert_close(block(wide), wide)
    small = Block(8, skip=True)
    torch.nn.init.zeros_(small.body[-1].weight)
    torch.testing.assert_close(small(x[:, :8]), x[:, :8])
    plain = Block(8, skip=False)
    torch.nn.init.zeros_(plain.body[-1].weight)
    assert not plain(x[:, :8]).any()


@pytest.mark.parametrize("skip", [False, True])
@pytest.mark.parametrize("depth", [4, 8, 20])
def test_contestants_differ_only_in_the_skip(depth, skip):
    torch.manual_seed(1)
    model = contestant(depth, skip)
    layers = [m for m in model.modules() if hasattr(m, "weight") and m.weight.ndim > 1]
    assert len(layers) == depth
    torch.manual_seed(1)
    other = contestant(depth, not skip)
    for a, b in zip(model.parameters(), other.parameters(), strict=True):
        torch.testing.assert_close(a, b)
    assert model(torch.rand(3, 1, 14, 14)).shape == (3, 10)


def test_agreement_is_the_cosine():
    a = [torch.tensor([[1.0, 2.0]]), torch.tensor([2.0])]
    b = [torch.tensor([[2.0, 1.0]]), torch.tensor([-2.0])]
    assert agreement(a, a) == pytest.approx(1)
    assert agreement(a, b) == pytest.approx(0, abs=1e-7)
    assert agreement(a, [-3 * g for g in a]) == pytest.approx(-1)


def test_gradients_are_the_kernels():
    torch.manual_seed(0)
    model = contestant(8, True)
    x, y = torch.rand(4, 1, 14, 14), torch.arange(4)
    found = gradients(model, x, y)
    torch.nn.functional.cross_entropy(model(x), y).backward()
    kernels = [m for m in model.modules() if isinstance(m, torch.nn.Conv2d)]
    assert len(found) == len(kernels) == 7
    for gradient, layer in zip(found, kernels, strict=True):
        np.testing.assert_allclose(gradient, layer.weight.grad, atol=1e-7)


def test_errors():
    with pytest.raises(ValueError, match="depth"):
        resnet_parameters(19)
    for sizes, name in (((0, 1, 1), "C_in"), ((1, 0, 1), "C_out"), ((1, 1, 0), "k")):
        with pytest.raises(ValueError, match=f"^{name}: 1 이상"):
            conv_bn(*sizes)
    with pytest.raises(ValueError, match=r"^num_classes: 1 이상"):
        resnet_parameters(18, 0)
    with pytest.raises(ValueError, match=r"^num_classes: 1 이상"):
        resnet18(0)
    with pytest.raises(ValueError, match=r"^width: 1 이상"):
        contestant(8, True, 0)
    with pytest.raises(ValueError, match="depth"):
        contestant(3, True)
    with pytest.raises(ValueError, match="skip"):
        Block(4, 1)


def test_basic_block_written_out():
    """식 (8.6): relu(F(x) + 지름길). 줄이는 합성곱은 앞의 것이다."""
    torch.manual_seed(3)
    x = torch.randn(2, 6, 7, 5)
    shortcut = torch.nn.Conv2d(6, 8, 1, 2)
    block = BasicBlock(6, 8, 2, shortcut)
    inside = block.bn1(block.conv1(x)).relu()
    want = (block.bn2(block.conv2(inside)) + shortcut(x)).relu()
    torch.testing.assert_close(block(x), want)
    assert want.shape == (2, 8, 4, 3)
    assert [block.conv1.stride, block.conv2.stride] == [(2, 2), (1, 1)]
    assert BasicBlock(6, 6).conv1.stride == (1, 1)


def test_bottleneck_written_out():
    torch.manual_seed(4)
    x = torch.randn(2, 6, 7, 5)
    shortcut = torch.nn.Conv2d(6, 12, 1, 2)
    block = Bottleneck(6, 3, 2, shortcut)
    inside = block.bn1(block.conv1(x)).relu()
    inside = block.bn2(block.conv2(inside)).relu()
    want = (block.bn3(block.conv3(inside)) + shortcut(x)).relu()
    torch.testing.assert_close(block(x), want)
    strides = [c.stride[0] for c in (block.conv1, block.conv2, block.conv3)]
    assert strides == [1, 2, 1]
    assert Bottleneck(6, 3).conv2.stride == (1, 1)


def test_resnet_written_out_and_its_first_weights():
    torch.manual_seed(5)
    model = resnet18(4).eval()
    x = torch.randn(2, 3, 37, 33)
    y = torch.nn.functional.max_pool2d(model.bn1(model.conv1(x)).relu(), 3, 2, 1)
    assert y.shape == (2, 64, 10, 9)
    for k, size in enumerate(((10, 9), (5, 5), (3, 3), (2, 2)), start=1):
        y = getattr(model, f"layer{k}")(y)
        assert y.shape == (2, 32 * 2**k, *size)
    torch.testing.assert_close(model(x), model.fc(y.mean(dim=(2, 3))))
    assert model.layer1[0].downsample is None
    assert model.layer2[0].downsample[0].stride == (2, 2)
    deep = model.layer4[1].conv2.weight  # 나가는 쪽의 수로 맞춘 He 초기화
    assert deep.std().item() == pytest.approx((2 / (512 * 9)) ** 0.5, rel=0.01)
    first = model.layer3[0].conv1.weight
    assert first.std().item() == pytest.approx((2 / (256 * 9)) ** 0.5, rel=0.01)
