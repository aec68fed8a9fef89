"""상자: 페이지의 손계산, 픽셀을 세는 정의, torchvision의 식, 퇴화한 상자, 오류."""

import itertools

import numpy as np
import pytest
import torch

from lessons.cnn.detection.boxes import (
    FORMATS,
    box_area,
    box_convert,
    box_iou,
    generalized_box_iou,
)

A, B = [0, 0, 4, 4], [2, 0, 6, 4]


def random_boxes(rng, n, size=20):
    """정수 모서리. 닿기만 하는 것과 넓이가 0인 것이 섞인다."""
    corners = rng.integers(0, size + 1, size=(n, 2, 2))
    return np.sort(corners, axis=1).reshape(n, 4).astype(float)


def covered(box, size=20):
    """상자가 덮은 픽셀."""
    x1, y1, x2, y2 = np.asarray(box, dtype=int)
    pixels = np.zeros((size, size), bool)
    pixels[y1:y2, x1:x2] = True
    return pixels


def published(b1, b2):
    """torchvision.ops.boxes가 공개한 식 그대로: (IoU, GIoU)."""
    b1, b2 = torch.tensor(b1), torch.tensor(b2)
    area1, area2 = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (b1, b2))
    lt = torch.max(b1[:, None, :2], b2[:, :2])
    rb = torch.min(b1[:, None, 2:], b2[:, 2:])
    wh = (rb - lt).clamp(min=0)
    inter = wh[:, :, 0] * wh[:, :, 1]
    union = area1[:, None] + area2 - inter
    lti = torch.min(b1[:, None, :2], b2[:, :2])
    rbi = torch.max(b1[:, None, 2:], b2[:, 2:])
    whi = (rbi - lti).clamp(min=0)
    areai = whi[:, :, 0] * whi[:, :, 1]
    return inter / union, inter / union - (areai - union) / areai


def test_page_example():
    assert box_area([A, B]).tolist() == [16, 16]
    np.testing.assert_allclose(box_iou([A], [B]), [[8 / 24]])
    np.testing.assert_allclose(generalized_box_iou([A], [B]), [[1 / 3]])
    far = [8, 0, 12, 4]
    assert box_iou([A], [far]).item() == 0
    np.testing.assert_allclose(generalized_box_iou([A], [far]), [[-4 / 12]])


@pytest.mark.parametrize("seed", range(20))
def test_iou_counts_pixels(seed):
    rng = np.random.default_rng(seed)
    b1, b2 = random_boxes(rng, 7), random_boxes(rng, 9)
    for (i, a), (j, b) in itertools.product(enumerate(b1), enumerate(b2)):
        both = (covered(a) & covered(b)).sum()
        either = (covered(a) | covered(b)).sum()
        expected = both / either if either else 0
        assert box_iou(b1, b2)[i, j] == expected


@pytest.mark.parametrize("seed", range(50))
def test_published_formulas(seed):
    rng = np.random.default_rng(seed)
    corners = rng.normal(0, 10, size=(2, 23, 2, 2))
    b1, b2 = np.sort(corners, axis=2).reshape(2, 23, 4)
    iou, giou = published(b1, b2)
    np.testing.assert_allclose(box_iou(b1, b2), iou, rtol=1e-12, atol=0)
    np.testing.assert_allclose(generalized_box_iou(b1, b2), giou, rtol=0, atol=1e-12)


def test_bounds_symmetry_and_invariance():
    rng = np.random.default_rng(0)
    b = random_boxes(rng, 40)
    b = b[box_area(b) > 0]
    iou, giou = box_iou(b, b), generalized_box_iou(b, b)
    assert (np.diag(iou) == 1).all() and (np.diag(giou) == 1).all()
    assert ((iou >= 0) & (iou <= 1)).all()
    assert ((giou > -1) & (giou <= iou)).all()
    np.testing.assert_array_equal(iou, iou.T)
    np.testing.assert_array_equal(giou, giou.T)
    np.testing.assert_allclose(generalized_box_iou(3 * b + 7, 3 * b + 7), giou)
    small = b / 1000  # 그림의 크기로 나눈 상자처럼 넓이가 1보다 작다
    np.testing.assert_allclose(box_iou(small, small), iou, atol=1e-12)
    np.testing.assert_allclose(generalized_box_iou(small, small), giou, atol=1e-12)


def test_degenerate_boxes():
    point, line = [2, 2, 2, 2], [0, 2, 4, 2]
    assert box_iou([point, line], [A, point, line]).tolist() == [[0, 0, 0]] * 2
    assert generalized_box_iou([point], [point]).tolist() == [[0]]
    assert generalized_box_iou([point], [A]).tolist() == [[0]]  # A가 감싼 그 안의 점
    lines = [[k, 2, k + 3, 2] for k in range(9)]  # 감싼 넓이도 모두 0이다
    assert not generalized_box_iou(lines, lines[:7]).any()
    assert box_iou([A], [[4, 0, 8, 4]]).item() == 0  # 닿기만 한다
    for empty in ([], np.empty((0, 4)), [[]]):
        assert box_area(empty).shape == (0,)
        assert box_iou(empty, [A, B]).shape == (0, 2)
        assert generalized_box_iou([A, B], empty).shape == (2, 0)


def test_small_integers_do_not_wrap():
    b = np.array([[0, 0, 200, 200]], np.uint8)
    assert box_area(b).tolist() == [40000]
    assert box_iou(b, b).tolist() == [[1]]
    assert box_convert(b, "xyxy", "cxcywh").tolist() == [[100, 100, 200, 200]]


def test_formats_by_hand():
    same = {"xyxy": [2, 4, 8, 8], "xywh": [2, 4, 6, 4], "cxcywh": [5, 6, 6, 4]}
    for start, end in itertools.product(FORMATS, repeat=2):
        assert box_convert([same[start]], start, end).tolist() == [same[end]]
        assert box_convert(same[start], start, end).tolist() == same[end]


@pytest.mark.parametrize(("start", "end"), [*itertools.product(FORMATS, repeat=2)])
def test_formats_come_back(start, end):
    rng = np.random.default_rng(0)
    boxes = rng.uniform(0, 50, size=(3, 5, 4))
    kept = boxes.copy()
    back = box_convert(box_convert(boxes, start, end), end, start)
    np.testing.assert_allclose(back, boxes, atol=1e-12)
    np.testing.assert_array_equal(boxes, kept)
    if start == end:
        np.testing.assert_array_equal(box_convert(boxes, start, end), boxes)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: box_area([[5, 5, 3, 8]]), "x1 ≤ x2"),
        (lambda: box_iou([A], [[5, 5, 3, 8]]), r"box_convert\(boxes2"),
        (lambda: generalized_box_iou([[0, 0, np.nan, 1]], [A]), "boxes1: 유한하고"),
        (lambda: generalized_box_iou([A], [[0, 0, 1, np.inf]]), "^boxes2: 유한하고"),
        (lambda: box_area(A), r"^boxes: 모양이 \(N, 4\)"),
        (lambda: box_area([["왼", "위", "오른", "아래"]]), "^boxes: 실수를"),
        (lambda: box_iou([A[:3]], [B]), r"^boxes1: 모양이 \(N, 4\)"),
        (lambda: box_convert([A], "xyxy", "yolo"), "out_fmt: 'xyxy', 'xywh'"),
        (lambda: box_convert([A], "voc", "xyxy"), "in_fmt: 'xyxy', 'xywh'"),
        (lambda: box_convert([A[:3]], "xyxy", "xywh"), r"^boxes: .*\(\.\.\., 4\)"),
    ],
)
def test_errors_say_how_to_mend(call, words):
    with pytest.raises(ValueError, match=words):
        call()
