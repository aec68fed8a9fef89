"""이어진 길이: 페이지의 손계산, pycocotools와 바이트까지, 빈 것과 가득 찬 것, 오류."""

import numpy as np
import pycocotools.mask as coco
import pytest
from numpy.testing import assert_array_equal

from lessons.cnn.segmentation import rle

# pycocotools의 decode는 NumPy가 그만두려는 법으로 모양을 바꾼다
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
HAND = np.array([[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0]], dtype=bool)


def theirs(mask):
    return coco.encode(np.asfortranarray(mask, dtype=np.uint8))


def random_mask(rng, size=None):
    """듬성한 것, 덩어리진 것, 빈 것, 가득 찬 것, 긴 것, 픽셀 하나."""
    h, w = rng.integers(1, 60, 2) if size is None else size
    mask = rng.random((h, w)) < rng.choice([0.02, 0.3, 0.5, 0.9])
    kind = rng.integers(6)
    if kind == 0:
        return np.full((h, w), bool(rng.integers(2)))
    if kind <= 3:
        return np.kron(mask, np.ones((7, 7), dtype=bool))[:h, :w]
    return mask


def test_page_example_by_hand():
    assert_array_equal(rle.run_lengths(HAND), [4, 1, 2, 2, 3])
    assert rle.encode(HAND) == {"size": [3, 4], "counts": b"41211"}
    assert rle.area({"size": [3, 4], "counts": [4, 1, 2, 2, 3]}) == 3
    assert_array_equal(rle.decode({"size": (3, 4), "counts": [4, 1, 2, 2, 3]}), HAND)


@pytest.mark.parametrize(
    ("mask", "counts"),
    [
        (np.zeros((2, 3), bool), [6]),
        (np.ones((2, 3), bool), [0, 6]),
        (np.zeros((0, 3), bool), [0]),
        ([[True]], [0, 1]),
        ([[True, False], [False, True]], [0, 1, 2, 1]),
    ],
)
def test_empty_full_and_tiny(mask, counts):
    assert_array_equal(rle.run_lengths(mask), counts)
    assert_array_equal(rle.decode(rle.encode(mask)), mask)
    assert rle.area(rle.encode(mask)) == np.sum(mask)


def test_thousand_random_masks_are_pycocotools_to_the_byte():
    rng = np.random.default_rng(11)
    for _ in range(1000):
        a = random_mask(rng)
        b = random_mask(rng, a.shape)
        before = a.copy()
        (ra, rb), (ta, tb) = (rle.encode(a), rle.encode(b)), (theirs(a), theirs(b))
        assert ra == ta
        assert_array_equal(rle.decode(ta), a)
        assert_array_equal(coco.decode(ra), a)
        assert rle.area(ra) == coco.area(ta)
        for every in (False, True):
            assert rle.merge([ra, rb], every) == coco.merge([ta, tb], every)
        assert_array_equal(a, before)


def test_thousand_ious_are_pycocotools_exactly():
    rng = np.random.default_rng(12)
    seen = 0
    while seen < 1000:
        size = rng.integers(1, 40, 2)
        n, m = rng.integers(1, 5, 2)
        dt, gt = (
            [rle.encode(random_mask(rng, size)) for _ in range(k)] for k in (n, m)
        )
        crowd = rng.integers(0, 2, m)
        found = rle.iou(dt, gt, crowd)
        assert_array_equal(found, coco.iou(dt, gt, crowd.tolist()))
        assert found.shape == (n, m)
        seen += n * m


def test_iou_of_nothing():
    one = rle.encode(HAND)
    empty = rle.encode(np.zeros((3, 4), bool))
    assert rle.iou([], [one], [0]).shape == (0, 1)
    assert rle.iou([one], [], []).shape == (1, 0)
    assert_array_equal(rle.iou([empty, one], [empty, one], [0, 0]), [[0, 0], [0, 1]])


@pytest.mark.parametrize("seed", range(20))
def test_any_counts_come_back_from_their_text(seed):
    rng = np.random.default_rng(seed)
    counts = rng.integers(0, rng.choice([2, 40, 2000, 2**30]), rng.integers(0, 30))
    assert_array_equal(rle.from_string(rle.to_string(counts)), counts)
    assert_array_equal(rle.from_string(rle.to_string(counts).decode()), counts)


def test_written_out_lengths_with_zeros_count_the_same():
    odd = {"size": [3, 2], "counts": [1, 0, 1, 2, 0, 1, 1]}
    assert rle.area(odd) == 3
    assert rle.iou([odd], [rle.encode(rle.decode(odd))], [0]) == 1


ONE = rle.encode(HAND)


def test_merge_is_a_union_unless_asked():
    pair = [rle.encode(HAND), rle.encode(~HAND)]
    assert rle.area(rle.merge(pair)) == HAND.size
    assert rle.area(rle.merge(pair, intersect=True)) == 0


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: rle.run_lengths(HAND[0]), r"^mask: 모양이 \(H, W\)인"),
        (lambda: rle.run_lengths(HAND.astype(int)), "^mask: 참과 거짓"),
        (lambda: rle.encode(HAND.astype(int)), "^mask: 참과 거짓"),
        (lambda: rle.encode(HAND[0]), r"^mask: 모양이 \(H, W\)인"),
        (lambda: rle.to_string([[1]]), r"^counts: 모양이 \(N,\)인"),
        (lambda: rle.to_string([-1]), "^counts: 0 이상의"),
        (lambda: rle.decode({"size": [3, 4], "counts": [4]}), "^counts: 길이의 합이"),
        (lambda: rle.decode({"size": [3, 4], "counts": [13, -1]}), "^counts: 0 이상의"),
        (
            lambda: rle.decode({"size": [3, 4], "counts": [[12]]}),
            r"^counts: .*\(N,\)인",
        ),
        (lambda: rle.decode({"counts": [4]}), "^size: "),
        (lambda: rle.decode({"size": [3, 4]}), "^counts: "),
        (lambda: rle.decode([4]), "^rle: .*사전"),
        (lambda: rle.from_string(b"\x01"), "^counts: to_string"),
        (lambda: rle.from_string(b"4p"), "^counts: to_string"),
        (lambda: rle.from_string(b"4P"), "^counts: to_string"),
        (lambda: rle.from_string("가"), "^counts: to_string"),
        (lambda: rle.from_string(4), "^counts: to_string"),
        (lambda: rle.from_string(b"O"), "^counts: 0 이상의"),
        (lambda: rle.iou([ONE], [rle.encode(HAND.T)], [0]), "^size: 두 크기가"),
        (lambda: rle.iou([], [ONE], [0, 1]), r"^iscrowd: 모양이 \(1,\)인"),
        (lambda: rle.iou([], [ONE], [2]), "^iscrowd: 0부터 1까지의"),
        (lambda: rle.iou([], [ONE], [-1]), "^iscrowd: 0부터 1까지의"),
        (lambda: rle.iou(ONE, [], []), "^dt: RLE의 목록"),
        (lambda: rle.iou([], ONE, []), "^gt: RLE의 목록"),
        (lambda: rle.merge([ONE, rle.encode(HAND.T)]), r"^rles\[0\]·rles\[1\]: 모양"),
        (lambda: rle.merge(ONE), "^rles: RLE의 목록"),
        (lambda: rle.merge([]), "^rles: "),
        (lambda: rle.merge([ONE], 1), "^intersect: True나"),
    ],
)
def test_errors_say_what_to_do(call, words):
    with pytest.raises(ValueError, match=words):
        call()
