"""COCO의 열두 수: pycocotools와 무작위 장면 1,000벌에서 같고, 손계산과 같다."""

import contextlib
import io

import numpy as np
import pytest
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from lessons.cnn.detection.coco import coco_evaluate
from tests.cnn.detection.test_boxes import random_boxes

NAMES = ("AP", "AP50", "AP75", "APs", "APm", "APl")
NAMES += ("AR1", "AR10", "AR100", "ARs", "ARm", "ARl")
CASES, GROUPS = 1000, 20
BOX = [0, 0, 40, 40]


def theirs(predictions, targets):
    """pycocotools가 낸 열두 수"""
    annotations, results = [], []
    for image, (guess, truth) in enumerate(zip(predictions, targets, strict=True), 1):
        for k, box in enumerate(truth["boxes"]):
            annotation = coco_box(image, truth["labels"][k], box)
            annotation |= {"id": len(annotations) + 1, "area": truth["area"][k]}
            annotations.append(annotation | {"iscrowd": int(truth["iscrowd"][k])})
        for k, box in enumerate(guess["boxes"]):
            result = coco_box(image, guess["labels"][k], box)
            results.append(result | {"score": float(guess["scores"][k])})
    images = [{"id": k} for k in range(1, len(targets) + 1)]
    with contextlib.redirect_stdout(io.StringIO()):
        truth, guess = COCO(), COCO()
        truth.dataset = {
            "images": images,
            "annotations": annotations,
            "categories": [{"id": k} for k in range(1, 4)],
        }
        truth.createIndex()
        guess.dataset = truth.dataset | {"annotations": []}
        guess.createIndex()
        run = COCOeval(truth, truth.loadRes(results) if results else guess, "bbox")
        run.evaluate()
        run.accumulate()
        run.summarize()
    return dict(zip(NAMES, map(float, run.stats), strict=True))


def coco_box(image, label, box):
    x1, y1, x2, y2 = map(float, box)
    return {
        "image_id": image,
        "category_id": int(label),
        "bbox": [x1, y1, x2 - x1, y2 - y1],
    }


def scene(rng, side, kinds):
    """정답과 똑같은 검출, 조금 비낀 것, 엉뚱한 것. 빈 것과 무리와 넓이 0이 섞인다."""
    m, floats = int(rng.integers(0, 6)), rng.random() < 0.3
    truths = random_boxes(rng, m, side)
    if floats:
        truths = np.sort((truths + rng.random((m, 4))).reshape(m, 2, 2), axis=1)
        truths = truths.reshape(m, 4)
    copies = [
        truths[rng.integers(0, m, rng.integers(0, 5))] for _ in range(2 * (m > 0))
    ]
    if copies:
        near = copies[1] + rng.integers(-2, 3, copies[1].shape)
        copies[1] = np.sort(near.reshape(-1, 2, 2), axis=1).reshape(-1, 4)
    many = int(rng.integers(0, 130) if rng.random() < 0.05 else rng.integers(0, 4))
    boxes = np.concatenate([*copies, random_boxes(rng, many, side)])
    boxes = boxes[rng.permutation(len(boxes))]
    n = len(boxes)
    scores = rng.integers(0, 4, n) / 4 if rng.random() < 0.5 else rng.random(n)
    area = (truths[:, 2] - truths[:, 0]) * (truths[:, 3] - truths[:, 1])
    guess = {"boxes": boxes, "scores": scores, "labels": rng.integers(1, kinds + 1, n)}
    return guess, {
        "boxes": truths,
        "labels": rng.integers(1, kinds + 1, m),
        "iscrowd": rng.random(m) < 0.2,
        "area": area * (rng.uniform(0.3, 1, m) if rng.random() < 0.3 else 1),
    }


def case(seed):
    rng = np.random.default_rng(seed)
    side, kinds = int(rng.choice([6, 12, 60, 200])), int(rng.integers(1, 4))
    scenes = [scene(rng, side, kinds) for _ in range(rng.integers(1, 4))]
    return [guess for guess, _ in scenes], [truth for _, truth in scenes]


@pytest.mark.parametrize("group", range(GROUPS))
def test_equal_to_pycocotools(group):
    for seed in range(group * CASES // GROUPS, (group + 1) * CASES // GROUPS):
        predictions, targets = case(seed)
        ours = coco_evaluate(predictions, targets)
        expected = theirs(predictions, targets)
        assert set(ours) == set(expected)
        for name, value in expected.items():
            assert abs(ours[name] - value) < 1e-12, (seed, name)


def test_the_cases_are_odd_enough():
    """무작위 장면에 퇴화한 것이 모두 들어 있다."""
    seen = dict.fromkeys(
        ("없음", "검출 없음", "동점", "무리", "넓이 0", "100개 넘음"), 0
    )
    for seed in range(CASES):
        for guess, truth in zip(*case(seed), strict=True):
            n, m = len(guess["boxes"]), len(truth["boxes"])
            seen["없음"] += not m
            seen["검출 없음"] += not n
            seen["동점"] += len(set(guess["scores"])) < n
            seen["무리"] += truth["iscrowd"].any()
            seen["넓이 0"] += (truth["area"] == 0).any()
            seen["100개 넘음"] += n > 100
    assert min(seen.values()) > 20, seen


def one(boxes, scores=None, labels=None, **more):
    """그림 한 장의 사전. 점수가 없으면 정답이다."""
    labels = [1] * len(boxes) if labels is None else labels
    given = {"boxes": boxes, "labels": labels} | more
    return given if scores is None else given | {"scores": scores}


def test_by_hand():
    """IoU 0.75인 검출 하나는 문턱 0.5–0.75의 여섯에서 맞고 나머지 넷에서 틀린다."""
    found = coco_evaluate([one([[0, 0, 30, 40]], [0.9])], [one([BOX])])
    np.testing.assert_allclose([found["AP50"], found["AP75"]], 1)
    np.testing.assert_allclose([found["AP"], found["AR100"]], 0.6)
    assert found["APs"] == found["APl"] == -1
    np.testing.assert_allclose(found["APm"], 0.6)


EDGES = [(31.5, "s"), (32, "sm"), (32.5, "m"), (95.5, "m"), (96, "ml"), (96.5, "l")]


@pytest.mark.parametrize(("side", "sizes"), EDGES)
def test_an_area_at_the_edge_belongs_to_both_sizes(side, sizes):
    """넓이가 꼭 32²이면 s와 m, 96²이면 m과 l에서 모두 센다. 넓이는 따로 줄 수 있다."""
    square = [[0, 0, side, side]]
    larger = one([[0, 0, 2 * side, side]], area=[side**2])
    for target in (one(square), larger):
        found = coco_evaluate([one(target["boxes"], [0.9])], [target])
        for name in "sml":
            assert (found[f"AP{name}"] > 0.99) == (name in sizes)
            assert (found[f"AR{name}"] == 1) == (name in sizes)


def test_a_stray_box_of_another_size_is_not_counted():
    """큰 정답을 놓친 큰 검출은 작은 것의 AP를 깎지 않고, 꼭 경계의 것은 깎는다."""
    small, target = [0, 0, 16, 16], one([[0, 0, 16, 16]])
    for side, ap in ((33, 1), (32, 0.5)):
        stray = [100, 100, 100 + side, 100 + side]
        found = coco_evaluate([one([stray, small], [0.9, 0.5])], [target])
        np.testing.assert_allclose(found["APs"], ap)
        np.testing.assert_allclose(found["AP"], 0.5)


def test_the_recall_counts_only_the_best_ones():
    boxes = [[50 * k, 0, 50 * k + 40, 40] for k in range(12)]
    scores = np.linspace(0.9, 0.1, 12)
    found = coco_evaluate([one(boxes, scores)], [one(boxes)])
    got = [found[f"AR{n}"] for n in (1, 10, 100)]
    np.testing.assert_allclose(got, [1 / 12, 10 / 12, 1])


def test_a_crowd_neither_helps_nor_hurts():
    crowd = one([BOX, [50, 0, 90, 40]], iscrowd=[0, 1])
    boxes = [BOX, [50, 0, 60, 10], [70, 10, 80, 20]]
    found = coco_evaluate([one(boxes, [0.5, 0.9, 0.8])], [crowd])
    np.testing.assert_allclose(found["AP"], 1)
    plain = coco_evaluate([one(boxes, [0.5, 0.9, 0.8])], [one([BOX])])
    np.testing.assert_allclose(plain["AP"], 1 / 3)


def test_classes_weigh_the_same():
    """정답이 많은 클래스도 적은 클래스도 한 표다."""
    boxes = [[40 * k, 0, 40 * k + 30, 30] for k in range(10)]
    target = one(boxes, labels=[1] * 9 + [2])
    found = coco_evaluate([one(boxes[:9], [0.5] * 9)], [target])
    np.testing.assert_allclose(found["AP"], 0.5)


def test_nothing():
    empty = one([], []), one([])
    for found in (coco_evaluate([], []), coco_evaluate([empty[0]], [empty[1]])):
        assert list(found.values()) == [-1] * 12
    found = coco_evaluate([one([], [])], [one([BOX])])
    assert found["AP"] == found["AR100"] == found["APm"] == 0


def test_arguments_stay_and_plain_lists_are_welcome():
    boxes = np.array([BOX], float)
    boxes.flags.writeable = False
    found = coco_evaluate([one(boxes, [0.5])], [one(boxes)])
    assert found == coco_evaluate([one([BOX], [0.5])], [one([BOX])])


@pytest.mark.parametrize(
    ("predictions", "targets", "words"),
    [
        ([one([BOX], [1])], [], "그림의 수가 같아야"),
        ([one([BOX])], [one([BOX])], "scores도 넣는다"),
        ([one([BOX], [1])], [{"boxes": [BOX]}], "targets: 사전마다 labels도"),
        ([one([BOX], [1, 1])], [one([BOX])], "scores: 모양이"),
        ([one([BOX], [1], labels=[0.5])], [one([BOX])], "labels: 정수를"),
        ([one([BOX], [1], labels=[1, 1])], [one([BOX])], "^labels: 모양이"),
        ([one([BOX], [1])], [one([BOX], labels=[0.5])], "^labels: 정수를"),
        ([one([BOX], [1])], [one([BOX], labels=[1, 1])], "^labels: 모양이"),
        ([one([BOX], [1])], [one([BOX[::-1]])], "^boxes: 유한하고"),
        ([{"boxes": [BOX]}], [], "그림의 수가 같아야 한다.*1, 0"),
        ([{"boxes": [BOX]}], [one([BOX])], "^predictions: .*scores, labels도"),
        ([one([BOX], [1])], [[BOX]], "^targets: "),
        ([one([BOX], [1])], [one([BOX], iscrowd=["한 무리"])], "^iscrowd: 실수를"),
        ([one([BOX], [1])], [one([BOX], area=[1, 2])], "^area: 모양이"),
        ([one([BOX], [1])], [one([BOX], iscrowd=[0, 1])], "^iscrowd: 모양이"),
        ([one([BOX], [1])], [one([BOX], area=["넓다"])], "area: 실수를"),
        ({"boxes": [BOX]}, [one([BOX])], "predictions: 그림마다의 사전을"),
        ([one([BOX], [1])], one([BOX]), "targets: 그림마다의 사전을"),
        ([BOX], [one([BOX])], "predictions: "),
    ],
)
def test_errors_say_how_to_mend(predictions, targets, words):
    with pytest.raises(ValueError, match=words):
        coco_evaluate(predictions, targets)
