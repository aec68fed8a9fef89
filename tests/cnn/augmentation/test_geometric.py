"""자리를 바꾸는 증강: OpenCV와 albumentations와 같고, 상자와 마스크가 따라온다."""

import os
import re

os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"

import albumentations
import cv2
import numpy as np
import pytest
from albumentations.augmentations.geometric import functional as oracle
from albumentations.core import bbox_utils

from lessons.cnn.augmentation import geometric as g
from lessons.cnn.augmentation.sample import Sample, clip_boxes, masks_to_boxes
from lessons.scenes import make_scene

SHIFT = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]])


def rng(seed=0):
    return np.random.default_rng(seed)


def random_matrix(size, r):
    return g.affine_matrix(
        size,
        r.uniform(-180, 180),
        r.uniform(-5, 5, 2),
        r.uniform(0.5, 2),
        r.uniform(-20, 20, 2),
    )


def random_boxes(size, n, r):
    H, W = size
    corners = np.sort(r.uniform(-0.2, 1.2, (n, 2, 2)), axis=1) * (W, H)
    return corners.reshape(n, 4)


def test_by_hand():
    """너비 6인 사진의 상자 (1, 0, 3, 2)는 좌우로 뒤집으면 (3, 0, 5, 2)다."""
    M = g.flip_matrix((4, 6), "horizontal")
    assert g.warp_boxes([[1, 0, 3, 2]], M).tolist() == [[3, 0, 5, 2]]
    M = g.flip_matrix((4, 6), "vertical")
    assert g.warp_boxes([[1, 0, 3, 2]], M).tolist() == [[1, 2, 3, 4]]
    turned = g.affine_matrix((4, 4), 90)
    np.testing.assert_allclose(g.warp_boxes([[0, 0, 2, 1]], turned), [[0, 2, 1, 4]])


def theirs(x, flags, M, size, fill):
    """OpenCV는 칸의 가운데를 정수로 센다."""
    flat = (SHIFT @ M @ np.linalg.inv(SHIFT))[:2]
    out = cv2.warpAffine(x, flat, size[::-1], flags=flags, borderValue=(fill,) * 4)
    return out.reshape(*size, x.shape[2]).astype(float)


def test_opencv():
    r = rng()
    for case in range(1000):
        H, W, C = r.integers(2, 20), r.integers(2, 20), r.choice([1, 3])
        image = r.integers(0, 256, (H, W, C)).astype(np.uint8)
        M = random_matrix((H, W), r)
        size = tuple(r.integers(2, 20, 2).tolist())
        fill = int(r.integers(0, 256))
        there = (M, size, fill)
        got = g.warp(image, M, size, fill=fill)
        assert got.dtype == np.uint8
        assert abs(got - theirs(image, cv2.INTER_LINEAR, *there)).max() <= 1, case
        if case % 4 == 0:
            x = image.astype(np.float32)
            want = theirs(x, cv2.INTER_LINEAR, *there)
            np.testing.assert_allclose(g.warp(x, M, size, fill=fill), want, atol=0.02)
            got = g.warp(image, M, size, mode="nearest", fill=fill)
            far = got != theirs(image, cv2.INTER_NEAREST, *there)
            assert far.mean() <= 0.02  # 꼭 가운데에 걸린 칸


def test_albumentations():
    r = rng(1)
    for _ in range(1000):
        H, W = (int(n) for n in r.integers(2, 30, 2))
        angle, scale = r.uniform(-180, 180), r.uniform(0.5, 2)
        shear, shift = r.uniform(-20, 20, 2), r.uniform(-5, 5, 2)
        M = oracle.create_affine_transformation_matrix(
            {"x": shift[0], "y": shift[1]},
            {"x": shear[0], "y": shear[1]},
            {"x": scale, "y": scale},
            angle,
            oracle.center_bbox((H, W)),
        )
        ours = g.affine_matrix((H, W), angle, shift, scale, shear)
        np.testing.assert_allclose(ours, M, atol=1e-9)
        boxes = random_boxes((H, W), 3, r)
        want = oracle.bboxes_affine_largest_box(boxes, M)
        np.testing.assert_allclose(g.warp_boxes(boxes, ours), want, atol=1e-9)
        share = r.uniform()
        inside, keep = clip_boxes(boxes, (H, W), share)
        tall = boxes / [W, H, W, H]
        want = bbox_utils.filter_bboxes(
            tall, {"height": H, "width": W, "depth": 1}, min_visibility=share
        )
        np.testing.assert_allclose(inside[keep], want * [W, H, W, H], atol=1e-4)


def in_pixels(boxes, size, labels):
    """albumentations의 규칙으로 자르고 뺀 상자와 클래스. 받는 상자는 픽셀이다."""
    H, W = size
    rows = np.column_stack([boxes / [W, H, W, H], labels])
    kept = bbox_utils.filter_bboxes(rows, {"height": H, "width": W, "depth": 1})
    kept = kept.reshape(-1, 5)  # 하나도 남지 않으면 네 열만 돌려준다
    return kept[:, :4] * [W, H, W, H], kept[:, 4]


@pytest.mark.parametrize("axis", ["horizontal", "vertical"])
@pytest.mark.parametrize("kind", ["uint8", "float64"])
def test_flips(axis, kind):
    """홀수 크기, 없는 상자, 밖으로 나간 상자까지 1,000벌."""
    r = rng(2)
    flip, flip_boxes = {
        "horizontal": (albumentations.HorizontalFlip(p=1), oracle.bboxes_hflip),
        "vertical": (albumentations.VerticalFlip(p=1), oracle.bboxes_vflip),
    }[axis]
    gone = 0
    for case in range(1000):
        H, W = (int(n) for n in r.integers(2, 20, 2))
        n = case % 4
        image = r.integers(0, 256, (H, W, (1, 3)[case % 2]))
        image = image.astype(np.uint8) if kind == "uint8" else image / 255
        masks, boxes = r.random((n, H, W)) < 0.5, random_boxes((H, W), n, r)
        M = g.flip_matrix((H, W), axis)
        got = g.move(Sample(image, boxes, masks, range(n)), M)
        np.testing.assert_array_equal(got.image, flip(image=image)["image"])
        flipped = flip_boxes(boxes / [W, H, W, H]) * [W, H, W, H]
        want, labels = in_pixels(flipped, (H, W), np.arange(n))
        np.testing.assert_allclose(got.boxes, want, atol=1e-4)
        np.testing.assert_array_equal(got.labels, labels)
        gone += n - len(labels)
        for k, mask in zip(got.labels, got.masks, strict=True):
            want = flip(image=masks[k].astype(np.uint8))["image"]
            np.testing.assert_array_equal(mask, want)
        np.testing.assert_array_equal(g.warp(got.image, M), image)
        np.testing.assert_allclose(g.warp_boxes(g.warp_boxes(boxes, M), M), boxes)
    assert gone > 50  # 빠진 상자도 견주었다


def test_masks_stay_inside_their_boxes():
    r = rng(3)
    for _ in range(100):
        scene = make_scene(41, (1, 4), overlap=0, rng=r)
        sample = Sample(scene.image, scene.boxes, scene.masks, scene.labels)
        moved = g.move(sample, random_matrix((41, 41), r), min_visibility=0.2)
        tight = masks_to_boxes(moved.masks)
        seen = moved.masks.any(axis=(1, 2))
        assert len(moved.labels) == len(moved.boxes) == len(moved.masks)
        assert (tight[seen, :2] >= moved.boxes[seen, :2] - 1).all()
        assert (tight[seen, 2:] <= moved.boxes[seen, 2:] + 1).all()
        assert moved.masks.sum(axis=0).max(initial=0) <= 1


def test_nothing_to_follow():
    image = np.zeros((5, 7))
    empty = Sample(image, np.zeros((0, 4)), np.zeros((0, 5, 7), bool), [])
    moved = g.move(empty, g.flip_matrix((5, 7), "vertical"), (3, 4))
    assert moved.boxes.shape == (0, 4) and moved.masks.shape == (0, 3, 4)
    assert g.move(Sample(image), np.eye(3)).boxes is None
    gone = g.move(
        Sample(image, [[0, 0, 2, 2]], labels=[3]), [[1, 0, 50], [0, 1, 0], [0, 0, 1]]
    )
    assert len(gone.boxes) == len(gone.labels) == 0
    only = Sample(image, masks=np.eye(5, 7, dtype=bool)[None])
    assert len(g.move(only, [[1, 0, 50], [0, 1, 0], [0, 0, 1]]).masks) == 0


def test_visible_share():
    """넓이 8에서 2만 남으면 0.25는 남고 0.26이면 빠진다."""
    box = [[-3, 0, 1, 2]]
    assert clip_boxes(box, (4, 4), 0.25)[1].tolist() == [True]
    assert clip_boxes(box, (4, 4), 0.26)[1].tolist() == [False]
    assert clip_boxes([[-3, 0, 0.5, 2]], (4, 4))[1].tolist() == [False]


def test_tight_boxes():
    masks = np.zeros((2, 4, 5), bool)
    masks[0, 1:3, 2:4] = True
    assert masks_to_boxes(masks).tolist() == [[2, 1, 4, 3], [0, 0, 0, 0]]


def test_warp_by_hand():
    x = np.array([[0.0, 10, 20, 30]])
    half = [[1, 0, 0.5], [0, 1, 0], [0, 0, 1]]
    assert g.warp(x, half, fill=8).tolist() == [[4, 5, 15, 25]]
    assert g.warp(x, half).tolist() == [[0, 5, 15, 25]]
    far = [[1, 0, 9], [0, 1, 0], [0, 0, 1]]
    for mode in ("nearest", "bilinear"):
        assert g.warp(x, far, fill=7, mode=mode).tolist() == [[7] * 4]
        assert g.warp(x, np.linalg.inv(far), fill=7, mode=mode).tolist() == [[7] * 4]
        assert g.warp(x.T, np.array(far)[[1, 0, 2]][:, [1, 0, 2]]).sum() == 0
        assert g.warp(x, np.eye(3), (2, 5), mode=mode).tolist() == [
            [0, 10, 20, 30, 0],
            [0] * 5,
        ]
    down = [[1, 0, 0], [0, 1, 1], [0, 0, 1]]
    assert g.warp(x, down, (3, 2), fill=1, mode="nearest").tolist() == [
        [1, 1],
        [0, 10],
        [1, 1],
    ]


def test_affine_defaults_are_nothing():
    np.testing.assert_allclose(g.affine_matrix((5, 8)), np.eye(3), atol=1e-12)
    M = g.affine_matrix((5, 8), 0, (3, -2))
    np.testing.assert_allclose(M, [[1, 0, 3], [0, 1, -2], [0, 0, 1]], atol=1e-12)


def test_move_fills_and_counts():
    """채우는 값, 남길 몫, 상자 없는 마스크와 마스크 없는 상자."""
    right = [[1, 0, 2], [0, 1, 0], [0, 0, 1]]
    s = Sample(
        np.full((2, 4), 9, np.uint8), [[0, 0, 2, 2], [1, 0, 4, 2]], labels=[5, 6]
    )
    moved = g.move(s, right, fill=3)
    assert moved.image.tolist() == [[3, 3, 9, 9]] * 2
    assert g.move(s, right).image.tolist() == [[0, 0, 9, 9]] * 2
    assert moved.boxes.tolist() == [[2, 0, 4, 2], [3, 0, 4, 2]]
    assert moved.labels.tolist() == [5, 6] and moved.masks is None
    assert g.move(s, right, min_visibility=0.5).labels.tolist() == [5]
    assert g.move(s, right, (2, 6)).boxes.tolist() == [[2, 0, 4, 2], [3, 0, 6, 2]]
    masks = np.array([[[1, 0, 0, 0]] * 2, [[0, 0, 1, 0]] * 2], bool)
    only = Sample(s.image, masks=masks, labels=[5, 6])
    moved = g.move(only, right)
    assert moved.masks.tolist() == [[[False, False, True, False]] * 2]
    assert moved.labels.tolist() == [5] and moved.boxes is None


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

IMAGE = np.zeros((3, 3))
REFUSED = [
    (lambda: Sample(np.zeros(3)), "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다"),
    (lambda: Sample([[np.nan]]), "image: NaN이나 무한대가 1개 있다"),
    (lambda: Sample(IMAGE, [[0, 0, 1]]), "boxes: 모양이 (N, 4)인 배열을 넣는다"),
    (
        lambda: Sample(IMAGE, masks=np.zeros((1, 2, 3), bool)),
        "masks: 모양이 (n, 3, 3)인 배열을 넣는다",
    ),
    (
        lambda: Sample(IMAGE, masks=np.zeros((1, 3, 2), bool)),
        "masks: 모양이 (n, 3, 3)인 배열을 넣는다",
    ),
    (
        lambda: Sample(IMAGE, masks=np.zeros((1, 3, 3))),
        "masks: 참과 거짓의 배열을 넣는다",
    ),
    (
        lambda: Sample(IMAGE, masks=np.zeros((3, 3), bool)),
        "masks: 모양이 (n, 3, 3)인 배열을 넣는다",
    ),
    (lambda: Sample(IMAGE, labels=[0.5]), "labels: 정수를 넣는다"),
    (lambda: Sample(IMAGE, labels=[[1]]), "labels: 모양이 (n,)인 배열을 넣는다"),
    (
        lambda: Sample(IMAGE, [[0, 0, 1, 1]], labels=[0, 1]),
        "boxes, masks, labels: 물체의 수가 서로 다르다",
    ),
    (
        lambda: Sample(IMAGE, [[0, 0, 1, 1]], np.zeros((2, 3, 3), bool)),
        "boxes, masks, labels: 물체의 수가 서로 다르다",
    ),
    (lambda: clip_boxes([[0, 0, 1]], (3, 3)), "boxes: 모양이 (N, 4)인 배열을 넣는다"),
    (lambda: clip_boxes([[0, 0, 1, 1]], (0, 3)), "size: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: clip_boxes([[0, 0, 1, 1]], (3, 3), -0.1),
        "min_visibility: 0 이상 1 이하인 수 하나를 넣는다",
    ),
    (
        lambda: clip_boxes([[0, 0, 1, 1]], (3, 3), 1.1),
        "min_visibility: 0 이상 1 이하인 수 하나를 넣는다",
    ),
    (
        lambda: masks_to_boxes(np.zeros((3, 3), bool)),
        "masks: 모양이 (n, H, W)인 배열을 넣는다",
    ),
    (lambda: masks_to_boxes(np.zeros((1, 3, 3))), "masks: 참과 거짓의 배열을 넣는다"),
    (lambda: g.flip_matrix((3, 0), "horizontal"), "size: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: g.flip_matrix((3, 3), "both"),
        "axis: 'horizontal', 'vertical' 가운데 하나를 넣는다",
    ),
    (lambda: g.affine_matrix((3, 0)), "size: 1 이상의 정수 하나를 넣는다"),
    (lambda: g.affine_matrix((3, 3), "90"), "angle: 유한한 수 하나를 넣는다"),
    (lambda: g.affine_matrix((3, 3), scale=0), "scale: 0 초과인 수 하나를 넣는다"),
    (lambda: g.affine_matrix((3, 3), scale="1"), "scale: 0 초과인 수 하나를 넣는다"),
    (
        lambda: g.affine_matrix((3, 3), shear=(1, 2, 3)),
        "shear: 모양이 (2,)인 배열을 넣는다",
    ),
    (
        lambda: g.affine_matrix((3, 3), translate=(1, 2, 3)),
        "translate: 모양이 (2,)인 배열을 넣는다",
    ),
    (
        lambda: g.warp(np.zeros(3), np.eye(3)),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: g.warp(IMAGE, np.eye(2)), "M: 모양이 (3, 3)인 배열을 넣는다"),
    (lambda: g.warp(IMAGE, np.eye(3), (0, 3)), "size: 1 이상의 정수 하나를 넣는다"),
    (
        lambda: g.warp(IMAGE, np.eye(3), mode="cubic"),
        "mode: 'nearest', 'bilinear' 가운데 하나를 넣는다",
    ),
    (lambda: g.warp(IMAGE, np.eye(3), fill="0"), "fill: 유한한 수 하나를 넣는다"),
    (
        lambda: g.warp_boxes([[0, 0, 1]], np.eye(3)),
        "boxes: 모양이 (N, 4)인 배열을 넣는다",
    ),
    (
        lambda: g.warp_boxes([[0, 0, 1, 1]], np.eye(2)),
        "M: 모양이 (3, 3)인 배열을 넣는다",
    ),
    (lambda: g.move(IMAGE, np.eye(3)), "sample: Sample 하나를 넣는다"),
    (lambda: g.move(Sample(IMAGE), np.eye(2)), "M: 모양이 (3, 3)인 배열을 넣는다"),
    (
        lambda: g.move(Sample(IMAGE), np.eye(3), (0, 3)),
        "size: 1 이상의 정수 하나를 넣는다",
    ),
    (
        lambda: g.move(Sample(IMAGE), np.eye(3), fill="0"),
        "fill: 유한한 수 하나를 넣는다",
    ),
    (
        lambda: g.move(Sample(IMAGE, [[0, 0, 1, 1]]), np.eye(3), min_visibility=2),
        "min_visibility: 0 이상 1 이하인 수 하나를 넣는다",
    ),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()
