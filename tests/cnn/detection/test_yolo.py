"""YOLO: 정답판의 손계산, torch와 같은 손실과 기울기, 해독하면 상자가 돌아온다."""

import inspect

import numpy as np
import pytest
import torch

from lessons.cnn.detection import yolo_torch
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.yolo import assign, decode, yolo_loss, yolo_loss_grad
from lessons.dl.gradient_descent import numerical_gradient
from lessons.scenes import make_scenes

GRID, SIZE = 8, 64
RECIPE = {"steps": 800, "lr": 0.01, "batch_size": 32, "width": 12}


def scenes(n, seed=0):
    return make_scenes(n, rng=np.random.default_rng(seed))


def random_pair(seed, N=3, K=3):
    rng = np.random.default_rng(seed)
    target = np.stack([assign(s.boxes, s.labels, GRID, SIZE) for s in scenes(N, seed)])
    return 2 * rng.normal(size=(N, 5 + K, GRID, GRID)), target


def logits_of(target, K=3, sure=20.0):
    """정답판을 그대로 말하는 출력"""
    out = np.full((5 + K, GRID, GRID), -sure)
    there = target[0] > 0
    p = target[1:5].clip(1e-12, 1 - 1e-12)
    out[1:5] = np.log(p / (1 - p))
    out[0, there] = sure
    for i, j in np.argwhere(there):
        out[5 + int(target[5, i, j]), i, j] = sure
    return out


def test_page_example():
    target = assign([[10, 20, 30, 36]], [2], 8, 64)
    assert target[:, 3, 2].tolist() == [1, 0.5, 0.5, 20 / 64, 16 / 64, 2]
    assert target[0].sum() == 1


def test_the_larger_of_two_in_one_cell_stays():
    boxes = [[8, 8, 16, 16], [4, 4, 20, 20]]
    for order in ([0, 1], [1, 0]):
        target = assign(np.array(boxes)[order], np.array([0, 1])[order], 8, 64)
        assert target[0].sum() == 1
        assert target[3, 1, 1] == 16 / 64 and target[5, 1, 1] == 1


def test_the_far_edge_belongs_to_the_last_cell():
    target = assign([[64, 64, 64, 64]], [0], 8, 64)
    assert target[:3, 7, 7].tolist() == [1, 1, 1]


@pytest.mark.parametrize("seed", range(50))
def test_decoding_undoes_assigning(seed):
    (scene,) = scenes(1, seed)
    target = assign(scene.boxes, scene.labels, GRID, SIZE)
    (found,) = decode(logits_of(target)[None], SIZE)
    assert len(found["boxes"]) == target[0].sum()
    for box, label in zip(found["boxes"], found["labels"], strict=True):
        near = np.abs(scene.boxes - box).max(axis=1)
        assert near.min() < 1e-6
        assert scene.labels[near.argmin()] == label
    assert (np.diff(found["scores"]) <= 0).all()


@pytest.mark.parametrize("seed", range(10))
def test_loss_and_gradient_match_torch(seed):
    out, target = random_pair(seed, K=3 + seed % 2)
    if seed == 9:
        target[:] = 0  # 객체가 하나도 없다
    theirs = torch.tensor(out, requires_grad=True)
    loss = yolo_torch.yolo_loss(theirs, torch.tensor(target))
    np.testing.assert_allclose(yolo_loss(out, target), loss.item(), rtol=1e-12)
    loss.backward()
    np.testing.assert_allclose(yolo_loss_grad(out, target), theirs.grad, atol=1e-12)


def test_loss_by_hand():
    """로짓이 모두 0이면 칸마다 ln 2, 객체가 있는 칸의 상자와 클래스가 더해진다."""
    target = assign([[10, 20, 30, 36]], [2], 8, 64)[None]
    out = np.zeros((1, 8, 8, 8))
    size = (0.5**0.5 - 0.3125**0.5) ** 2 + (0.5**0.5 - 0.25**0.5) ** 2
    expected = 64 * np.log(2) + 5 * 4 * size + np.log(3)
    np.testing.assert_allclose(yolo_loss(out, target), expected)
    out[:, 1:3, 3, 2] = np.log(3)  # 자리가 0.5 대신 0.75
    expected += 5 * 2 * 0.25**2
    np.testing.assert_allclose(yolo_loss(out, target), expected)
    twice = np.concatenate([out, out]), np.concatenate([target, target])
    np.testing.assert_allclose(yolo_loss(*twice), expected)


def test_gradient_is_checked_numerically():
    out, target = random_pair(0, N=1)
    sides = np.random.default_rng(0).normal(size=out.shape)
    slope = numerical_gradient(
        lambda t: yolo_loss(out + t[0] * sides, target), np.zeros(1)
    )
    expected = (yolo_loss_grad(out, target) * sides).sum()
    np.testing.assert_allclose(slope, expected, rtol=1e-6)


def test_the_right_answer_costs_nothing():
    _, target = random_pair(1, N=1)
    assert yolo_loss(logits_of(target[0])[None], target) < 1e-6


def test_overlapping_cells_of_a_class_become_one():
    out = np.full((1, 8, 8, 8), -20.0)
    for i, j, z in ((2, 2, 3), (2, 3, 2)):
        out[0, :, i, j] = z, 0, 0, 0, 0, 9, 0, 0
    assert len(decode(out, 64)[0]["boxes"]) == 1
    assert len(decode(out, 64, iou_threshold=1)[0]["boxes"]) == 2
    out[0, 5:7, 2, 3] = 0, 9  # 클래스가 다르면 둘 다 남는다
    assert len(decode(out, 64)[0]["boxes"]) == 2
    assert len(decode(out, 64, score_threshold=0.9)[0]["boxes"]) == 1
    assert decode(out - 40, 64)[0]["boxes"].shape == (0, 4)


def test_decoding_by_hand():
    """3행 2열의 칸이 페이지의 상자를 말한다. 다른 칸은 점수가 문턱에 못 미친다."""
    target = assign([[10, 20, 30, 36]], [2], 8, 64)
    out = logits_of(target)[None]
    (found,) = decode(out, 64)
    np.testing.assert_allclose(found["boxes"], [[10, 20, 30, 36]])
    assert found["labels"].tolist() == [2]
    out[0, 0, 3, 2], out[0, 5:, 3, 2] = np.log(3), np.log([1, 1, 2])
    (found,) = decode(out, 64)
    np.testing.assert_allclose(found["scores"], [0.75 * 0.5])


def test_a_score_at_the_threshold_stays():
    out = np.zeros((1, 6, 1, 1))  # 칸 하나, 클래스 하나: 점수가 꼭 0.5다
    assert len(decode(out, 8, score_threshold=0.5)[0]["scores"]) == 1
    assert len(decode(out, 8, score_threshold=0.51)[0]["scores"]) == 0
    low, high = np.log(np.array([0.049, 0.051]) / np.array([0.951, 0.949]))
    for z, found in ((low, 0), (high, 1)):  # 기본 문턱은 0.05다
        out[0, 0] = z
        assert len(decode(out, 8)[0]["scores"]) == found


def test_same_class_overlap_at_the_default_threshold():
    """같은 클래스의 두 상자가 IoU 0.5를 조금 넘으면 하나, 못 넘으면 둘이다."""
    for share, kept in ((0.52, 1), (0.48, 2)):
        width = 8 * (1 + share) / (1 - share) / 64  # 8픽셀 비낀 두 상자의 너비
        out = np.full((1, 6, 8, 8), -20.0)
        for j in (2, 3):
            out[0, :, 3, j] = 3, 0, 0, np.log(width / (1 - width)), 0, 0
        assert len(decode(out, 64)[0]["boxes"]) == kept


def test_network_counts_and_shapes():
    model = yolo_torch.TinyYolo()
    assert sum(p.numel() for p in model.parameters()) == 55_508
    assert sum(p.numel() for p in yolo_torch.TinyYolo(16).parameters()) == 98_200
    assert model(torch.zeros(2, 3, 64, 64)).shape == (2, 8, 8, 8)


def test_training_is_seeded_and_learns():
    some = scenes(40)

    def run(seed, steps):
        generator = torch.Generator().manual_seed(seed)
        return yolo_torch.train(some, steps, width=4, generator=generator)

    X, T = yolo_torch.tensors(some)
    first, again, long = run(0, 2), run(0, 2), run(0, 60)
    for a, b in zip(first.parameters(), again.parameters(), strict=True):
        torch.testing.assert_close(a, b)
    losses = [yolo_torch.yolo_loss(m(X), T).item() for m in (first, long)]
    assert losses[1] < 0.7 * losses[0]
    assert not long.training


def test_page_recipe_is_the_default():
    """페이지가 말하는 800걸음, 학습률 0.01과 한 묶음 32장, 너비 12."""
    options = inspect.signature(yolo_torch.train).parameters
    kept = {name: options[name].default for name in RECIPE}
    assert kept == RECIPE
    model = yolo_torch.train(scenes(2), 1, generator=torch.Generator().manual_seed(0))
    assert sum(p.numel() for p in model.parameters()) == 55_508


def test_first_weights_fill_the_bounds():
    """PyTorch의 기본처럼 ±1/√(입력의 수) 사이에 고르고, 편향도 그렇다."""
    model = yolo_torch.TinyYolo()
    before = model[0].weight.clone()
    yolo_torch.seed_weights(model, torch.Generator().manual_seed(3))
    assert not torch.equal(model[0].weight, before)
    for layer in model:
        if isinstance(layer, torch.nn.Conv2d):
            bound = layer.weight[0].numel() ** -0.5
            assert -bound <= layer.weight.min() < -0.9 * bound
            assert 0.9 * bound < layer.weight.max() <= bound
    assert model[-1].bias.abs().max() <= bound
    assert model[1].weight.eq(1).all() and model[1].bias.eq(0).all()


def test_outputs_do_not_depend_on_the_batch():
    """배치 정규화는 배운 통계를 쓴다. 한 장씩 넣어도 같고, 학습 중이던 것도 그렇다."""
    some, model = scenes(3), yolo_torch.trained()
    together = yolo_torch.outputs(model.train(), some)
    assert together.shape == (3, 8, 8, 8)
    one = yolo_torch.outputs(model, some[:1])
    np.testing.assert_allclose(one[0], together[0], atol=1e-4)
    (strict, *_) = yolo_torch.detect(model, some, score_threshold=0.9)
    assert (strict["scores"] >= 0.9).all()
    assert not yolo_torch.trained().training


def test_the_kept_detector_finds_new_shapes():
    fresh = scenes(100, seed=777)
    found = yolo_torch.detect(yolo_torch.trained(), fresh)
    assert coco_evaluate(found, yolo_torch.answers(fresh))["AP50"] > 0.95


def learn(**options):
    return yolo_torch.train(scenes(1), **options, generator=torch.Generator())


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: assign([[0, 0, 1, 1]], [-1], 8, 64), "^labels: 0 이상의"),
        (lambda: assign([[0, 0, 1, 1]], [0, 1], 8, 64), r"^labels: 모양이 \(1,\)"),
        (lambda: assign([[0, 0, 1, 1]], [0], 0, 64), "^grid: 1 이상"),
        (lambda: assign([[0, 0, 1, 1]], [0], 8, 0), "^size: 0 초과"),
        (
            lambda: yolo_loss(np.zeros((1, 8, 8, 8)), np.zeros((1, 6, 4, 4))),
            r"\(1, 6, 8, 8\)",
        ),
        (
            lambda: yolo_loss(np.zeros((1, 8, 8, 8)), np.zeros((1, 6, 8, 4))),
            r"\(1, 6, 8, 8\)",
        ),
        (
            lambda: yolo_loss(np.zeros((1, 8, 8, 8)), np.zeros((2, 6, 8, 8))),
            r"\(1, 6, 8, 8\)",
        ),
        (
            lambda: yolo_loss(np.zeros((1, 8, 8, 8)), np.full((1, 6, 8, 8), -1)),
            "^target: 0 이상",
        ),
        (
            lambda: yolo_loss(np.zeros((8, 8, 8)), np.zeros((6, 8, 8))),
            r"^out: 모양이 \(N, C, G, W\)",
        ),
        (
            lambda: yolo_loss(np.zeros((1, 6, 1, 1)), np.ones((1, 6, 1, 1))),
            "^target의 클래스: ",
        ),
        (lambda: decode(np.zeros((1, 8, 4, 5)), 64), r"^out: 모양이 \(N, C, 5, 5\)"),
        (lambda: decode(np.zeros((1, 8, 4, 4)), -1), "^size: 0 초과"),
        (lambda: decode(np.zeros((8, 4, 4)), 64), r"^out: 모양이 \(N, C, G, W\)"),
        (lambda: decode(np.zeros((1, 8, 4, 4)), 64, "반"), "^score_threshold: "),
        (lambda: decode(np.zeros((1, 8, 4, 4)), 64, 0, "반"), "^iou_threshold: "),
        (lambda: yolo_torch.TinyYolo(0), "^width: 1 이상"),
        (lambda: yolo_torch.TinyYolo(num_classes=0), "^num_classes: 1 이상"),
        (lambda: yolo_torch.train(scenes(1), generator=0), "^generator: "),
        (lambda: learn(steps=0), "^steps: 1 이상"),
        (lambda: learn(batch_size=0), "^batch_size: 1 이상"),
        (lambda: learn(steps=1, lr=0), "^lr: 0 초과"),
    ],
)
def test_errors_say_how_to_mend(call, words):
    with pytest.raises(ValueError, match=words):
        call()
