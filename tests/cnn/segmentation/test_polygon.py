"""다각형: 손계산, 중심을 하나씩 물은 것, pycocotools와 픽셀까지, 둘의 차이."""

import numpy as np
import pycocotools.mask as coco
import pytest
from numpy.testing import assert_array_equal

from lessons.cnn.segmentation import cat_outlines
from lessons.cnn.segmentation.polygon import fr_poly, polygon_to_mask, walk
from lessons.datasets import load_photo

# pycocotools의 decode는 NumPy가 그만두려는 법으로 모양을 바꾼다
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
HAND = [(1, 1), (5, 1), (1, 4)]


def random_polygon(rng, h, w):
    """그림 밖의 것, 정수와 반 정수의 것, 꼭짓점이 겹친 것, 스스로 엇갈린 것."""
    size = rng.choice([0.2, 1.0, 2.0])
    polygon = rng.uniform(-0.3, 1.3, (rng.integers(3, 12), 2)) * [w, h] * size
    kind = rng.integers(5)
    if kind == 0:
        polygon = polygon.round()
    elif kind == 1:
        polygon = (2 * polygon).round() / 2
    elif kind == 2:
        polygon = polygon[rng.integers(0, len(polygon), len(polygon) + 2)]
    elif kind == 3:
        polygon = (10 * polygon).round() / 10
    return polygon


def theirs(polygon, h, w):
    return coco.frPyObjects([np.ravel(polygon).tolist()], h, w)[0]


def test_hand_example():
    mask = polygon_to_mask(HAND, 5, 6)
    assert_array_equal(mask.astype(int)[1:4], [
        [0, 1, 1, 1, 0, 0], [0, 1, 1, 0, 0, 0], [0, 1, 0, 0, 0, 0],
    ])  # fmt: skip
    assert mask.sum() == 6


def test_rectangle_is_its_pixels_both_ways():
    box = [(2, 1), (7, 1), (7, 4), (2, 4)]
    expected = np.zeros((6, 9), bool)
    expected[1:4, 2:7] = True
    for turned in (box, box[::-1], box[2:] + box[:2]):
        assert_array_equal(polygon_to_mask(turned, 6, 9), expected)
        assert_array_equal(fr_poly(turned, 6, 9), expected)


@pytest.mark.parametrize("seed", range(30))
def test_every_centre_asked_alone(seed):
    rng = np.random.default_rng(seed)
    h, w = rng.integers(1, 20, 2)
    polygon = random_polygon(rng, h, w)
    expected = np.zeros((h, w), bool)
    for i, j in np.ndindex(h, w):
        for (x1, y1), (x2, y2) in zip(
            polygon, np.roll(polygon, -1, axis=0), strict=True
        ):
            low, high = sorted([y1, y2])
            if low <= i + 0.5 < high:
                expected[i, j] ^= j + 0.5 < np.interp(
                    i + 0.5, *zip(*sorted([(y1, x1), (y2, x2)]), strict=True)
                )
    assert_array_equal(polygon_to_mask(polygon, h, w), expected)


def test_thousand_polygons_are_pycocotools_to_the_pixel():
    rng = np.random.default_rng(3)
    for _ in range(1000):
        h, w = (int(n) for n in rng.integers(1, 50, 2))
        polygon = random_polygon(rng, h, w)
        before = polygon.copy()
        assert_array_equal(fr_poly(polygon, h, w), coco.decode(theirs(polygon, h, w)))
        assert_array_equal(polygon, before)


def test_the_two_differ_only_near_the_border():
    """페이지가 말하는 차이: 다른 픽셀의 중심은 변에서 0.3픽셀 안에 있다."""
    rng = np.random.default_rng(5)
    differ = total = 0
    for _ in range(300):
        angle = np.sort(rng.uniform(0, 2 * np.pi, 8))
        polygon = 20 + rng.uniform(5, 18, (8, 1)) * np.c_[np.cos(angle), np.sin(angle)]
        ours, cocos = polygon_to_mask(polygon, 40, 40), fr_poly(polygon, 40, 40)
        for i, j in np.argwhere(ours != cocos):
            assert distance((j + 0.5, i + 0.5), polygon) < 0.3
            differ += 1
        total += ours.sum()
    assert 0 < differ < 0.02 * total


def distance(point, polygon):
    a, b = polygon, np.roll(polygon, -1, axis=0)
    t = (((point - a) * (b - a)).sum(axis=1) / ((b - a) ** 2).sum(axis=1)).clip(0, 1)
    return np.linalg.norm(a + t[:, None] * (b - a) - point, axis=1).min()


def test_walking_back_steps_on_the_same_cells():
    rng = np.random.default_rng(0)
    for _ in range(200):
        a, b = rng.integers(-30, 60, (2, 2))
        assert_array_equal(walk(a, b), walk(b, a)[:, ::-1])


def test_outside_and_flat_polygons_are_empty():
    for polygon in ([(-9, -9), (-5, -9), (-5, -4)], [(1, 1), (4, 4)], [(2, 2)]):
        assert not polygon_to_mask(polygon, 6, 6).any()
    assert not fr_poly([(-9, -9), (-5, -9), (-5, -4)], 6, 6).any()


@pytest.mark.parametrize("rasterize", [polygon_to_mask, fr_poly])
def test_errors(rasterize):
    with pytest.raises(ValueError, match=r"^polygon: 모양이 \(K, 2\)인"):
        rasterize([1, 1, 5, 1, 1, 4], 5, 6)
    with pytest.raises(ValueError, match=r"^polygon: .*NaN"):
        rasterize([(0, 0), (1, np.nan), (1, 1)], 5, 6)
    with pytest.raises(ValueError, match=r"^h: 1 이상의"):
        rasterize(HAND, 0, 6)
    with pytest.raises(ValueError, match=r"^w: 1 이상의"):
        rasterize(HAND, 5, 0)


def test_the_cat_s_outlines_lie_on_the_cat():
    """눈과 코는 둘레의 털보다 어둡고, 수염은 둘레보다 밝다."""
    photo = load_photo("cat").mean(axis=2)
    outlines = cat_outlines.LEFT_EYE, cat_outlines.RIGHT_EYE, cat_outlines.NOSE
    for outline, size in zip(outlines, (1774, 955, 594), strict=True):
        mask = fr_poly(outline, 224, 224)
        assert mask.sum() == size
        wide = polygon_to_mask(about(outline, 1.3), 224, 224)
        assert photo[mask].mean() < photo[wide & ~mask].mean() - 5
    whisker = polygon_to_mask(cat_outlines.WHISKER, 224, 224)
    assert whisker.sum() == 56
    beside = np.roll(whisker, 4, axis=0) | np.roll(whisker, -4, axis=0)
    assert photo[whisker].mean() > photo[beside].mean() + 5


def about(outline, scale):
    """가운데를 둔 채 키운 다각형."""
    points = np.array(outline, dtype=float)
    return points.mean(axis=0) + scale * (points - points.mean(axis=0))
