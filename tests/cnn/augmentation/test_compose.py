"""잇기, 섞기, 테스트 시점 증강: 확률과 씨앗, 정답의 합, 넓이."""

import os
import re

os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"

import cv2
import numpy as np
import pytest
from albumentations.augmentations.crops import functional as crops
from albumentations.augmentations.dropout import functional as dropout
from albumentations.augmentations.mixing import functional as mixing
from scipy.stats import beta, kstest

from lessons.cnn.augmentation import compose as c
from lessons.cnn.augmentation.mix import cutmix, mixup, mosaic
from lessons.cnn.augmentation.sample import Sample
from lessons.cnn.augmentation.tta import augment, predict_tta
from lessons.scenes import make_scenes

ALL = (
    c.HorizontalFlip(),
    c.VerticalFlip(),
    c.Rotate(),
    c.Affine(shear=10),
    c.GaussianBlur(),
    c.ColorJitter(),
    c.GaussNoise(),
    c.CoarseDropout(),
    c.RandomCrop(height=20, width=31),
)


def rng(seed=0):
    return np.random.default_rng(seed)


def samples(n=1, seed=0):
    made = make_scenes(n, 33, rng=rng(seed))
    return [Sample(s.image, s.boxes, s.masks, s.labels) for s in made]


def same(a, b):
    names = ("image", "boxes", "masks", "labels")
    return all(np.array_equal(getattr(a, k), getattr(b, k)) for k in names)


def test_seed_decides_all():
    flow, (sample,) = c.Compose(ALL), samples()
    first = [flow(sample, rng=rng(s)) for s in range(20)]
    again = [flow(sample, rng=rng(s)) for s in range(20)]
    assert all(same(a, b) for a, b in zip(first, again, strict=True))
    assert not all(same(first[0], other) for other in first[1:])


def test_probability():
    (sample,) = samples()
    never, ever = (c.HorizontalFlip(p=p) for p in (0.0, 1.0))
    assert same(never(sample, rng=rng()), sample)
    assert np.array_equal(ever(sample, rng=rng()).image, sample.image[:, ::-1])
    half, r = c.HorizontalFlip(), rng()
    flipped = sum(not same(half(sample, rng=r), sample) for _ in range(400))
    assert 160 < flipped < 240
    assert same(c.Compose(ALL, p=0.0)(sample, rng=rng()), sample)


@pytest.mark.parametrize("step", ALL, ids=lambda s: type(s).__name__)
@pytest.mark.parametrize("floats", [False, True])
def test_every_step_keeps_kind_and_input(step, floats):
    for sample in samples(10):
        image = sample.image / 255 if floats else sample.image
        given = Sample(image.copy(), sample.boxes, sample.masks, sample.labels)
        out = type(step)(**{**vars(step), "p": 1.0})(given, rng=rng())
        assert out.image.dtype == given.image.dtype
        assert np.array_equal(given.image, image)
        n = len(out.boxes)
        assert out.masks.shape == (n, *out.size) and len(out.labels) == n
        assert (out.boxes >= 0).all() and (out.boxes <= [*out.size[::-1]] * 2).all()
        assert floats or (out.image.min() >= 0 and out.image.max() <= 255)


def test_arrays_pass():
    x = rng().random((9, 7))
    assert c.Compose([c.VerticalFlip(p=1)])(x, rng=rng()).tolist() == x[::-1].tolist()


# 하나씩: 얼마나 바꾸는가


def drawn(step, count=400, image=None, boxes=((40, 20, 60, 30),)):
    """씨앗마다 바꾼 것. 50×100 사진의 가운데에 상자 하나"""
    image = np.zeros((50, 100)) if image is None else image
    sample = Sample(image, boxes, labels=range(len(boxes)))
    return [step(sample, rng=rng(seed)) for seed in range(count)]


def spans(values, low, high, near):
    """값이 low와 high 사이에 고르게 퍼져, 두 끝에 가까이 간다."""
    values = np.asarray(values)
    assert low - 1e-9 <= values.min() <= low + near
    assert high - near <= values.max() <= high + 1e-9
    assert abs(np.mean(values) - (low + high) / 2) < (high - low) / 12


def test_affine_moves_by_shares_of_the_sides():
    still = {"p": 1, "scale": 0, "translate_percent": 0, "rotate": 0}
    boxes = np.array([s.boxes[0] for s in drawn(c.Affine(**still), 5)])
    np.testing.assert_allclose(boxes, [[40, 20, 60, 30]] * 5)
    moved = drawn(c.Affine(**{**still, "translate_percent": 0.2}))
    x, y = np.array([s.boxes[0, :2] for s in moved]).T
    spans(x, 40 - 20, 40 + 20, 0.6)
    spans(y, 20 - 10, 20 + 10, 0.3)
    assert abs(np.corrcoef(x, y)[0, 1]) < 0.2
    grown = drawn(c.Affine(**{**still, "scale": 0.4}))
    sides = np.array([s.boxes[0, 2:] - s.boxes[0, :2] for s in grown])
    spans(sides[:, 0], 20 * 0.6, 20 * 1.4, 0.4)
    np.testing.assert_allclose(sides[:, 1], sides[:, 0] / 2)
    leaned = drawn(c.Affine(**{**still, "shear": 30}))
    sides = np.array([s.boxes[0, 2:] - s.boxes[0, :2] for s in leaned])
    assert sides[:, 0].min() >= 20 and sides[:, 0].max() <= 20 + 10 * np.tan(np.pi / 6)
    assert sides[:, 0].max() > 25 and sides[:, 1].max() > 20


@pytest.mark.parametrize("make", [c.Rotate, c.Affine])
def test_rotation_stays_inside_the_limit(make):
    if make is c.Rotate:
        step = c.Rotate(p=1, limit=40)
    else:
        step = c.Affine(p=1, rotate=40, scale=0, translate_percent=0)
    bar = np.zeros((41, 41))
    bar[20, 21:] = 1
    angles = []
    for s in drawn(step, image=bar):
        y, x = np.nonzero(s.image > 0.3)
        angles.append(np.degrees(np.arctan2(20 - y.mean(), x.mean() - 20)))
    spans(angles, -41, 41, 4)


def test_defaults():
    """기본값을 적은 것과 같다."""
    (sample,) = samples()
    written = {
        c.HorizontalFlip: {},
        c.VerticalFlip: {},
        c.Affine: {
            "scale": 0.1,
            "translate_percent": 0.1,
            "rotate": 15.0,
            "shear": 0.0,
            "min_visibility": 0.0,
        },
        c.Rotate: {"limit": 90.0, "min_visibility": 0.0},
        c.GaussianBlur: {"sigma_limit": (0.5, 3.0)},
        c.ColorJitter: {
            "brightness": 0.2,
            "contrast": 0.2,
            "saturation": 0.2,
        },
        c.GaussNoise: {"sigma": 0.1},
        c.CoarseDropout: {"size": 0.25, "fill": 0.0},
        c.RandomCrop: {"height": 1, "width": 1, "min_visibility": 0.0},
    }
    for step, options in written.items():
        for seed in range(5):
            given = step(p=0.5, **options)(sample, rng=rng(seed))
            assert same(step()(sample, rng=rng(seed)), given), step
    assert c.Compose([]).p == 1


def test_visibility_is_passed_on():
    """조금이라도 잘리면 빼라고 하면, 남은 상자는 온전하다."""
    for make, options in (
        (c.Affine, {"translate_percent": 0.5, "rotate": 0, "scale": 0}),
        (c.Rotate, {"limit": 30}),
        (c.RandomCrop, {"height": 30, "width": 60}),
    ):
        corner = {"boxes": [[0, 0, 20, 10]]}
        few = drawn(make(p=1, min_visibility=1.0, **options), 60, **corner)
        many = drawn(make(p=1, **options), 60, **corner)
        assert sum(len(s.boxes) for s in few) < sum(len(s.boxes) for s in many)


def test_random_crop_is_albumentations_crop():
    places, r = set(), rng(4)
    for seed in range(1000):
        H, W = (int(n) for n in r.integers(4, 8, 2))
        h, w = int(r.integers(1, H + 1)), int(r.integers(1, W + 1))
        image = np.arange(H * W).reshape(H, W).astype(np.uint8)
        corners = np.sort(r.integers(0, 4, (2, 2, 2)), axis=1) + np.array([[0], [1]])
        boxes = corners.reshape(2, 4).astype(float)
        sample = Sample(image, boxes, labels=[0, 1])
        out = c.RandomCrop(p=1, height=h, width=w)(sample, rng=rng(seed))
        y, x = divmod(int(out.image[0, 0]), W)
        around = (x, y, x + w, y + h)
        np.testing.assert_array_equal(out.image, crops.crop(image, *around))
        moved = crops.crop_bboxes_by_coords(boxes, around, (H, W), False)
        inside = moved.clip(0, [w, h, w, h])
        keep = (inside[:, 2:] - inside[:, :2] >= 1).all(axis=1)
        np.testing.assert_array_equal(out.boxes, inside[keep])
        np.testing.assert_array_equal(out.labels, np.flatnonzero(keep))
        if (H, W, h, w) == (5, 5, 4, 4):
            places.add((y, x))
    assert places <= {(0, 0), (0, 1), (1, 0), (1, 1)}
    nine = np.arange(9).reshape(3, 3).astype(np.uint8)
    seen = drawn(c.RandomCrop(p=1), 200, nine)
    assert {int(s.image[0, 0]) for s in seen} == set(range(9))


def test_coarse_dropout_is_albumentations_cutout():
    corners = set()
    for seed in range(300):
        H, W = (int(n) for n in rng(seed).integers(3, 12, 2))
        image = np.full((H, W, 3), 200, np.uint8)
        out = c.CoarseDropout(p=1, size=0.4, fill=7)(Sample(image), rng=rng(seed)).image
        y, x = np.nonzero((out == 7).all(axis=2))
        hole = np.array([[x.min(), y.min(), x.max() + 1, y.max() + 1]])
        assert (x.max() + 1 - x.min(), y.max() + 1 - y.min()) == (
            max(round(0.4 * W), 1),
            max(round(0.4 * H), 1),
        )
        np.testing.assert_array_equal(out, dropout.cutout(image, hole, 7, rng()))
        tall = c.CoarseDropout(p=1, size=0.5)(Sample(np.ones((2, 4))), rng=rng(seed))
        corners.add(tuple(np.argwhere(tall.image == 0)[0].tolist()))
    assert corners == {(i, j) for i in range(2) for j in range(3)}
    tiny = c.CoarseDropout(p=1, size=0.01)(Sample(np.ones((3, 3))), rng=rng()).image
    assert (tiny == 0).sum() == 1


def test_blur_is_opencv():
    x = rng().random((30, 31, 3))
    for sigma, size in ((0.5, 5), (1.1, 7), (3.0, 19)):
        step = c.GaussianBlur(p=1, sigma_limit=(sigma, sigma))
        want = cv2.GaussianBlur(x, (size, size), sigma)
        got = step(Sample(x), rng=rng()).image
        np.testing.assert_allclose(got, want, atol=1e-9)
    dot = np.zeros((41, 41))
    dot[20, 20] = 1
    peaks = [s.image.max() for s in drawn(c.GaussianBlur(p=1), 200, dot)]
    sigmas = np.sqrt(1 / (2 * np.pi * np.array(peaks)))
    assert sigmas.min() < 0.65 and 2.8 < sigmas.max() < 3.05


def test_jitter_draws_each_factor():
    dark, light = np.full((1, 1, 3), 0.2), np.full((1, 1, 3), 0.6)
    off = {"p": 1, "brightness": 0, "contrast": 0, "saturation": 0}
    lit = drawn(c.ColorJitter(**{**off, "brightness": 0.3}), image=light)
    spans([s.image.mean() for s in lit], 0.6 * 0.7, 0.6 * 1.3, 0.01)
    both = np.concatenate([dark, light], axis=1)
    apart = drawn(c.ColorJitter(**{**off, "contrast": 0.3}), image=both)
    spans([np.ptp(s.image) for s in apart], 0.4 * 0.7, 0.4 * 1.3, 0.01)
    pink = np.array([[[0.7, 0.4, 0.4]]])
    vivid = drawn(c.ColorJitter(**{**off, "saturation": 0.3}), image=pink)
    spans([np.ptp(s.image) for s in vivid], 0.3 * 0.7, 0.3 * 1.3, 0.01)
    together = [
        c.ColorJitter(p=1, brightness=0.3, contrast=0.3)(Sample(both), rng=rng(s))
        for s in range(300)
    ]
    means = [s.image.mean() for s in together]
    assert (
        abs(
            np.corrcoef(means, [np.ptp(s.image) / s.image.mean() for s in together])[
                0, 1
            ]
        )
        < 0.2
    )


def test_noise_strength():
    flat = np.full((80, 80), 0.5)
    noisy = c.GaussNoise(p=1, sigma=0.05)(Sample(flat), rng=rng()).image
    assert abs(noisy.std() - 0.05) < 0.002


# 섞기


def test_mixup_by_hand():
    X, Y = np.array([0.0, 1]).reshape(2, 1, 1, 1), np.eye(2)
    mixed, labels = mixup(X, Y, rng=rng(1))
    np.testing.assert_allclose(mixed[:, 0, 0, 0], labels[:, 1])
    np.testing.assert_allclose(labels.sum(axis=1), 1)


@pytest.mark.parametrize("options", [{}, {"alpha": 0.3}])
def test_mixup_is_torchvision_formula(options):
    """x.roll(1).mul(1 − λ).add(x.mul(λ))에서 roll만 무작위 순서다. λ는 베타 분포다."""
    lams = []
    for seed in range(1000):
        X, Y = rng(seed).normal(size=(5, 2, 3, 2)), np.eye(5)
        mixed, labels = mixup(X, Y, rng=rng(seed), **options)
        lam, apart = labels.diagonal(), labels - np.diag(labels.diagonal())
        alone = (apart == 0).all(axis=1)  # 저 자신과 섞였다
        other = np.where(alone, range(5), apart.argmax(axis=1))
        share = lam[~alone][0] if (~alone).any() else 1.0
        want = share * X + (1 - share) * X[other]
        np.testing.assert_allclose(mixed, want, atol=1e-6)
        np.testing.assert_allclose(lam[~alone], share)
        assert sorted(other) == list(range(5))
        lams.append(share)
    a = options.get("alpha", 1.0)
    assert kstest(np.array(lams)[np.array(lams) < 1], beta(a, a).cdf).pvalue > 1e-3


def torchvision_box(lam, x, y, H, W):
    """torchvision.transforms.v2.CutMix.make_params"""
    r = 0.5 * np.sqrt(1 - lam)
    w, h = int(r * W), int(r * H)
    return max(x - w, 0), max(y - h, 0), min(x + w, W), min(y + h, H)


@pytest.mark.parametrize("options", [{}, {"alpha": 0.3}])
def test_cutmix_is_torchvision_box(options):
    a = options.get("alpha", 1.0)
    for seed in range(1000):
        H, W = (int(n) for n in rng(seed).integers(3, 12, 2))
        X, Y = rng(seed).normal(size=(4, 2, H, W)), np.eye(4)
        given = X.copy()
        mixed, labels = cutmix(X, Y, rng=rng(seed), **options)
        np.testing.assert_array_equal(X, given)
        r = rng(seed)
        lam, other, y, x = r.beta(a, a), r.permutation(4), r.integers(H), r.integers(W)
        x1, y1, x2, y2 = torchvision_box(lam, x, y, H, W)
        want = X.copy()
        want[:, :, y1:y2, x1:x2] = X[other][:, :, y1:y2, x1:x2]
        np.testing.assert_array_equal(mixed, want)
        share = 1 - (x2 - x1) * (y2 - y1) / (H * W)
        np.testing.assert_allclose(labels, share * Y + (1 - share) * Y[other])


def test_cutmix_labels_are_areas():
    for seed in range(200):
        X = np.broadcast_to(np.arange(3.0).reshape(3, 1, 1, 1), (3, 1, 7, 9))
        mixed, labels = cutmix(X, np.eye(3), rng=rng(seed))
        shares = [[(x == k).mean() for k in range(3)] for x in mixed]
        np.testing.assert_allclose(labels, shares)


@pytest.mark.parametrize("mix", [mixup, cutmix])
def test_mixing_refused(mix):
    X, Y = np.zeros((2, 1, 3, 3)), np.eye(2)
    with pytest.raises(ValueError, match="X"):
        mix(X[0], Y, rng=rng())
    with pytest.raises(ValueError, match="Y"):
        mix(X, np.eye(3), rng=rng())
    with pytest.raises(ValueError, match="Y"):
        mix(X, 2 * Y, rng=rng())
    with pytest.raises(ValueError, match="alpha"):
        mix(X, Y, 0, rng=rng())
    with pytest.raises(ValueError, match="rng"):
        mix(X, Y, rng=0)


def test_mosaic_is_albumentations_mosaic():
    """가운데 점만 우리 것에서 읽고, 오리고 옮기는 것은 albumentations가 한다."""
    centres = []
    for seed in range(300):
        H, W = (int(n) for n in rng(seed).integers(8, 30, 2))
        flat = [Sample(np.full((H, W), k, np.uint8)) for k in range(4)]
        plain = mosaic(flat, rng=rng(seed)).image
        cy, cx = int((plain[:, 0] == 0).sum()), int((plain[0] == 0).sum())
        centres.append((cy / H, cx / W))
        four = []
        for k in range(4):
            r = rng([seed, k])
            image = r.integers(0, 256, (H, W, 3)).astype(np.uint8)
            corners = np.sort(r.integers(0, min(H, W), (3, 2, 2)), axis=1)
            corners += np.array([[0], [1]])
            boxes = corners.reshape(3, 4).astype(float)
            four.append(Sample(image, boxes, labels=[3 * k, 3 * k + 1, 3 * k + 2]))
        whole = mosaic(four, rng=rng(seed))
        want, kept = np.zeros((H, W, 3), np.uint8), []
        names = ("top_left", "top_right", "bottom_left", "bottom_right")
        for name, s in zip(names, four, strict=True):
            h = cy if "top" in name else H - cy
            w = cx if "left" in name else W - cx
            top, left = cy * ("bottom" in name), cx * ("right" in name)
            cut = mixing.get_opposite_crop_coords((H, W), (h, w), name)
            want[top : top + h, left : left + w] = crops.crop(s.image, *cut)
            moved = crops.crop_bboxes_by_coords(s.boxes, cut, (H, W), False)
            inside = moved.clip(0, [w, h, w, h])
            keep = (inside[:, 2:] - inside[:, :2] >= 1).all(axis=1)
            there = inside[keep] + [left, top, left, top]
            kept += [(*b, n) for b, n in zip(there, s.labels[keep], strict=True)]
        np.testing.assert_array_equal(whole.image, want)
        got = np.column_stack([whole.boxes, whole.labels])
        np.testing.assert_array_equal(got, np.reshape(kept, (-1, 5)))
    y, x = np.transpose(centres)
    for share in (y, x):
        assert 0.12 < share.min() < 0.27 and 0.7 < share.max() <= 0.75
    assert abs(np.corrcoef(y, x)[0, 1]) < 0.2


def test_mosaic():
    for seed in range(30):
        four = samples(4, seed)
        whole = mosaic(four, min_visibility=0.1, rng=rng(seed))
        assert whole.size == (33, 33) and len(whole.boxes) == len(whole.masks)
        assert len(whole.labels) == len(whole.boxes) <= sum(len(s.boxes) for s in four)
        inside = [whole.image[m] for m in whole.masks if m.any()]
        assert all(len(np.unique(x, axis=0)) >= 1 for x in inside)
        assert whole.masks.sum(axis=0).max(initial=0) <= 1


def test_mosaic_corners():
    """네 사진의 한 가지 값이 네 쪽에 그대로 있다."""
    four = [Sample(np.full((8, 8), k, np.uint8)) for k in range(1, 5)]
    whole = mosaic(four, rng=rng()).image
    corners = [whole[0, 0], whole[0, -1], whole[-1, 0], whole[-1, -1]]
    assert corners == [1, 2, 3, 4] and set(np.unique(whole)) == {1, 2, 3, 4}


def test_tta():
    X = rng().random((3, 1, 4, 4))

    def predict(x):
        p = x[:, 0, 0, :1]
        return np.concatenate([p, 1 - p], axis=1)

    flow = c.Compose([c.HorizontalFlip(p=1)])
    want = (predict(X) + predict(X[..., ::-1])) / 2
    np.testing.assert_allclose(predict_tta(predict, X, flow, 1, rng=rng()), want)
    np.testing.assert_array_equal(augment(X, flow, rng=rng()), X[..., ::-1])


def test_tta_counts():
    """원본 한 번과 n번. 기본은 여덟 번이고, 사진마다 따로 바꾼다."""
    X, calls = rng().random((4, 3, 5, 6)), []

    def predict(x):
        calls.append(x)
        return x[:, 0, 0, :2]

    def plus(x, rng):
        return x + rng.random()

    for options, n in (({}, 8), ({"n": 0}, 0), ({"n": 3}, 3)):
        calls.clear()
        got = predict_tta(predict, X, plus, rng=rng(1), **options)
        assert len(calls) == n + 1
        np.testing.assert_array_equal(calls[0], X)
        np.testing.assert_allclose(
            got, np.mean([x[:, 0, 0, :2] for x in calls], axis=0)
        )
    moved = augment(X, plus, rng=rng(2)) - X
    assert moved.shape == X.shape and len(np.unique(moved.round(9))) == 4
    with pytest.raises(ValueError, match="n: 0 이상"):
        predict_tta(predict, X, plus, -1, rng=rng())
    for wrong in ({"predict": 1}, {"transform": 1}, {"X": X[0]}, {"rng": 0}):
        options = {"predict": predict, "X": X, "transform": plus, "rng": rng()}
        with pytest.raises(ValueError, match=next(iter(wrong))):
            predict_tta(**{**options, **wrong})
    with pytest.raises(ValueError, match="transform"):
        augment(X, 1, rng=rng())


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

X, Y, ONE = np.zeros((2, 1, 3, 3)), np.eye(2), Sample(np.zeros((3, 3)))
REFUSED = [
    (lambda: c.Transform(p=-0.1), "p: 0 이상 1 이하인 수 하나를 넣는다"),
    (lambda: c.Transform(p=1.1), "p: 0 이상 1 이하인 수 하나를 넣는다"),
    (
        lambda: c.Transform()(np.zeros((3, 3)), rng=rng()),
        "sample: Sample 하나를 넣는다",
    ),
    (
        lambda: c.Transform()(ONE, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (
        lambda: c.RandomCrop(p=1, height=4)(ONE, rng=rng()),
        "height: 1부터 3까지의 정수 하나를 넣는다",
    ),
    (
        lambda: c.RandomCrop(p=1, height=0)(ONE, rng=rng()),
        "height: 1부터 3까지의 정수 하나를 넣는다",
    ),
    (
        lambda: c.RandomCrop(p=1, width=4)(ONE, rng=rng()),
        "width: 1부터 3까지의 정수 하나를 넣는다",
    ),
    (
        lambda: c.RandomCrop(p=1, width=0)(ONE, rng=rng()),
        "width: 1부터 3까지의 정수 하나를 넣는다",
    ),
    (lambda: c.Compose(c.Rotate()), "transforms: 목록 하나를 넣는다"),
    (lambda: c.Compose([np.flip]), "transforms: 증강 하나를 넣는다"),
    (lambda: c.Compose([], p=-0.1), "p: 0 이상 1 이하인 수 하나를 넣는다"),
    (lambda: c.Compose([], p=1.1), "p: 0 이상 1 이하인 수 하나를 넣는다"),
    (
        lambda: c.Compose([])(ONE, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (lambda: mixup(X[0], Y, rng=rng()), "X: 모양이 (N, C, H, W)인 배열을 넣는다"),
    (lambda: mixup(X, np.eye(3), rng=rng()), "Y: 모양이 (2, K)인 배열을 넣는다"),
    (lambda: mixup(X, [1, 0], rng=rng()), "Y: 모양이 (2, K)인 배열을 넣는다"),
    (lambda: mixup(X, 2 * Y, rng=rng()), "Y: 0 이상이고 합이 1인 확률을 넣는다"),
    (lambda: mixup(X, Y, 0, rng=rng()), "alpha: 0 초과인 수 하나를 넣는다"),
    (
        lambda: mixup(X, Y, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (lambda: cutmix(X[0], Y, rng=rng()), "X: 모양이 (N, C, H, W)인 배열을 넣는다"),
    (lambda: cutmix(X, np.eye(3), rng=rng()), "Y: 모양이 (2, K)인 배열을 넣는다"),
    (lambda: cutmix(X, [1, 0], rng=rng()), "Y: 모양이 (2, K)인 배열을 넣는다"),
    (lambda: cutmix(X, 2 * Y, rng=rng()), "Y: 0 이상이고 합이 1인 확률을 넣는다"),
    (lambda: cutmix(X, Y, 0, rng=rng()), "alpha: 0 초과인 수 하나를 넣는다"),
    (
        lambda: cutmix(X, Y, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (lambda: mosaic(ONE, rng=rng()), "samples: 사진 넷의 목록 하나를 넣는다"),
    (
        lambda: mosaic([ONE] * 3, rng=rng()),
        "len(samples): 4부터 4까지의 정수 하나를 넣는다",
    ),
    (
        lambda: mosaic([ONE] * 5, rng=rng()),
        "len(samples): 4부터 4까지의 정수 하나를 넣는다",
    ),
    (lambda: mosaic([1, ONE, ONE, ONE], rng=rng()), "samples[0]: Sample 하나를 넣는다"),
    (
        lambda: mosaic([ONE] * 4, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
    (
        lambda: predict_tta(abs, X[0], abs, rng=rng()),
        "X: 모양이 (N, C, H, W)인 배열을 넣는다",
    ),
    (lambda: predict_tta(1, X, abs, rng=rng()), "predict: 함수를 넣는다"),
    (lambda: predict_tta(abs, X, 1, rng=rng()), "transform: 함수를 넣는다"),
    (lambda: predict_tta(abs, X, abs, -1, rng=rng()), "n: 0 이상의 정수 하나를 넣는다"),
    (lambda: augment(X[0], abs, rng=rng()), "X: 모양이 (N, C, H, W)인 배열을 넣는다"),
    (lambda: augment(X, 1, rng=rng()), "transform: 함수를 넣는다"),
    (
        lambda: augment(X, abs, rng=0),
        "rng: np.random.default_rng(0) 같은 난수 생성기를 넣는다",
    ),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()
