"""U-Net: 모양과 매개변수, 잇는 길, 그리고 배워 둔 것이 약속한 점수."""

import numpy as np
import pytest
import torch

from lessons.artifacts import load
from lessons.cnn.segmentation.metrics import class_iou, mean_iou
from lessons.cnn.segmentation.training_torch import predict, scenes, to_tensors
from lessons.cnn.segmentation.unet_torch import UNet


def parameters(**options):
    return sum(p.numel() for p in UNet(num_classes=4, **options).parameters())


def test_parameters_by_formula():
    """두 합성곱은 9(ab + bb) + 4b, 전치 합성곱은 4ab + b, 머리는 wK + K다."""

    def two(a, b):
        return 9 * (a * b + b * b) + 4 * b

    down = two(3, 12) + two(12, 24) + two(24, 48)
    up = (4 * 48 * 24 + 24) + (4 * 24 * 12 + 12)
    head = 12 * 4 + 4
    assert parameters() == down + up + two(48, 24) + two(24, 12) + head == 66_268
    without = down + up + two(24, 24) + two(12, 12) + head
    assert parameters(skip=False) == without == 59_788


@pytest.mark.parametrize("up", ["transposed", "resize"])
@pytest.mark.parametrize("skip", [True, False])
@pytest.mark.parametrize(("depth", "size"), [(1, (6, 10)), (2, (8, 12)), (3, (16, 8))])
def test_output_is_a_logit_for_every_pixel(up, skip, depth, size):
    model = UNet(5, width=2, depth=depth, in_channels=1, skip=skip, up=up)
    z = model(torch.ones(2, 1, *size))
    assert z.shape == (2, 5, *size)
    z.sum().backward()
    assert all(p.grad is not None for p in model.parameters())


def test_skip_carries_one_pixel_across():
    """줄이는 길에서 사라진 자리도 잇는 길로는 건너온다."""
    torch.manual_seed(0)
    model = UNet(2, width=4, depth=2).eval()
    seen = []
    model.down[0].register_forward_hook(lambda *_: torch.zeros(1, 8, 4, 4))
    model.down[1].register_forward_hook(lambda *_: torch.zeros(1, 16, 2, 2))
    for value in (0.0, 1.0):
        x = torch.zeros(1, 3, 8, 8)
        x[0, :, 3, 4] = value
        seen.append(model(x))
    assert (seen[0] != seen[1]).any()
    cut = UNet(2, width=4, depth=2, skip=False).eval()
    cut.down[1].register_forward_hook(lambda *_: torch.zeros(1, 16, 2, 2))
    assert torch.equal(cut(torch.zeros(1, 3, 8, 8)), cut(torch.ones(1, 3, 8, 8)))


def test_trained_unet_keeps_its_promise():
    """세 씨앗의 최악이 0.90을 넘고, 남긴 가중치가 남긴 답을 낸다."""
    X, y = to_tensors(scenes(200, rng=np.random.default_rng(2000)))
    answers = load("cnn/unet_answers")["answers"]
    assert min(mean_iou(y, answer, 4) for answer in answers) >= 0.90
    assert min(class_iou(y, answer, 4).min() for answer in answers) >= 0.85
    model = UNet(num_classes=4)
    weights = load("cnn/unet").items()
    model.load_state_dict({k: torch.from_numpy(v) for k, v in weights})
    again = predict(model, X[:40])
    assert (again == answers[0][:40]).mean() > 0.995


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"num_classes": 0}, "^num_classes: 1 이상의"),
        ({"width": 0}, "^width: 1 이상의"),
        ({"depth": 0}, "^depth: 1 이상의"),
        ({"in_channels": 0}, "^in_channels: 1 이상의"),
        ({"skip": 1}, "^skip: True나 False"),
        ({"up": "nearest"}, "^up: 'transposed', 'resize' 가운데"),
    ],
)
def test_errors(options, words):
    with pytest.raises(ValueError, match=words):
        UNet(**{"num_classes": 4} | options)
