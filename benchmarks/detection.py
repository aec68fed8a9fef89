"""상자 1,000개의 NMS와 짝짓기가 NumPy로 쓴 다른 구현의 몇 배 걸리는지 잰다.

`python -m benchmarks.detection`은 표를 찍는다. NMS는 널리 퍼진 한 줄씩의 꼴(남길 것
하나와 나머지의 IoU)과 표를 먼저 채우는 꼴 가운데 빠른 것에, 짝짓기는 검출마다 정답
모두와의 IoU를 구하는 꼴에 견준다. COCO의 채점은 pycocotools에 견준다.
"""

import numpy as np

from benchmarks.conv2d import fastest
from lessons.cnn.detection.average_precision import match_detections
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.nms import nms
from tests.cnn.detection.test_coco import theirs

LIMIT = 5.0
N = 1000


def random_boxes(n, spread, rng):
    corner = rng.uniform(0, spread, size=(n, 2))
    return np.hstack([corner, corner + rng.uniform(20, 60, size=(n, 2))])


def iou_with_rest(box, boxes):
    w = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    h = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    both = np.maximum(w, 0) * np.maximum(h, 0)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return both / ((box[2] - box[0]) * (box[3] - box[1]) + area - both)


def one_by_one(boxes, scores, threshold):
    """남길 것 하나를 고르고 나머지와 견주기를 되풀이한다."""
    x1, y1, x2, y2 = boxes.T
    areas, order, keep = (x2 - x1) * (y2 - y1), scores.argsort()[::-1], []
    while order.size:
        i, rest = order[0], order[1:]
        keep.append(i)
        w = np.maximum(np.minimum(x2[i], x2[rest]) - np.maximum(x1[i], x1[rest]), 0)
        h = np.maximum(np.minimum(y2[i], y2[rest]) - np.maximum(y1[i], y1[rest]), 0)
        both = w * h
        order = rest[both / (areas[i] + areas[rest] - both) <= threshold]
    return np.array(keep)


def whole_table(boxes, scores, threshold):
    """모든 쌍의 IoU를 먼저 구하고 줄마다 지운다."""
    order = scores.argsort()[::-1]
    a = boxes[order]
    low, high = (
        np.maximum(a[:, None, :2], a[:, :2]),
        np.minimum(a[:, None, 2:], a[:, 2:]),
    )
    both = (high - low).clip(0).prod(axis=2)
    areas = (a[:, 2:] - a[:, :2]).prod(axis=1)
    over = both / (areas[:, None] + areas - both) > threshold
    keep = np.ones(len(a), bool)
    for i in range(len(a)):
        if keep[i]:
            keep[i + 1 :] &= ~over[i, i + 1 :]
    return order[keep]


def each_detection(boxes, scores, truths, threshold):
    """검출마다 정답 모두와의 IoU를 구해 짝짓는다."""
    hits, taken = np.zeros(len(boxes), bool), np.zeros(len(truths), bool)
    for i in scores.argsort()[::-1]:
        overlap = iou_with_rest(boxes[i], truths)
        best = overlap.argmax()
        if overlap[best] >= threshold and not taken[best]:
            hits[i] = taken[best] = True
    return hits


def scored(rng):
    """그림 10장에 검출 100개씩."""
    guesses, targets = [], []
    for _ in range(N // 100):
        truths = random_boxes(30, 400, rng)
        boxes = truths[rng.integers(0, 30, 100)] + rng.normal(0, 3, (100, 1))
        labels = rng.integers(1, 4, 100)
        guesses.append({"boxes": boxes, "scores": rng.random(100), "labels": labels})
        sides = truths[:, 2:] - truths[:, :2]
        target = {"boxes": truths, "labels": rng.integers(1, 4, 30)}
        target |= {"area": sides.prod(axis=1), "iscrowd": np.zeros(30, bool)}
        targets.append(target)
    return guesses, targets


def ratios() -> dict[str, float]:
    """(우리 시간) / (가장 빠른 다른 구현의 시간)"""
    result, rng = {}, np.random.default_rng(0)
    scores = rng.random(N)
    for name, spread in {"몰린": 30, "퍼진": 300, "거의 안 겹친": 2000}.items():
        boxes = random_boxes(N, spread, rng)
        expected = nms(boxes, scores, 0.5).tolist()
        assert one_by_one(boxes, scores, 0.5).tolist() == expected
        assert whole_table(boxes, scores, 0.5).tolist() == expected
        times = fastest(
            10,
            ours=lambda b=boxes: nms(b, scores, 0.5),
            one=lambda b=boxes: one_by_one(b, scores, 0.5),
            table=lambda b=boxes: whole_table(b, scores, 0.5),
        )
        peer = min(times["one"], times["table"])
        result[f"NMS ÷ 빠른 NumPy, {name} 상자 1,000개"] = times["ours"] / peer
    boxes, truths = random_boxes(N, 300, rng), random_boxes(N, 300, rng)
    expected = each_detection(boxes, scores, truths, 0.5)
    assert (match_detections(boxes, scores, truths, 0.5) == expected).all()
    times = fastest(
        10,
        ours=lambda: match_detections(boxes, scores, truths, 0.5),
        peer=lambda: each_detection(boxes, scores, truths, 0.5),
    )
    result["짝짓기 ÷ NumPy, 1,000개와 1,000개"] = times["ours"] / times["peer"]
    data = scored(rng)
    times = fastest(3, ours=lambda: coco_evaluate(*data), peer=lambda: theirs(*data))
    result["COCO 채점 ÷ pycocotools, 1,000개"] = times["ours"] / times["peer"]
    return result


if __name__ == "__main__":
    for line, ratio in ratios().items():
        print(f"{line}: {ratio:.2f}")
