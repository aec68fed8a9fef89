"""COCO의 채점: 클래스, IoU 문턱, 크기마다 AP와 AR을 구해 평균한다.

출처: Lin 외 (2014)
"""

# --8<-- [start:imports]
from collections.abc import Sequence

import numpy as np

from lessons import Array
from lessons.arrays import integers, real
from lessons.cnn.detection.boxes import areas, as_boxes
from lessons.cnn.detection.coco_match import MOST, Sheet, mark
from lessons.cnn.detection.nms import scored
from lessons.scalars import instance, mapping

RECALLS = np.linspace(0, 1, 101)
SIZES = {"": (0, 1e10), "s": (0, 32**2), "m": (32**2, 96**2), "l": (96**2, 1e10)}
COUNTS = (1, 10, MOST)  # AR을 잴 때 그림 한 장에서 보는 검출의 수
# --8<-- [end:imports]


# --8<-- [start:curve]
def curve(sheets: Sequence[Sheet], most: int) -> tuple[Array, Array]:
    """그림들을 모은 (T, 101) 정밀도와 (T,) 재현율. 정답이 하나는 있어야 한다."""
    scores = np.concatenate([s.scores[:most] for s in sheets])
    order = np.argsort(-scores, kind="stable")
    hits = np.concatenate([s.hits[:, :most] for s in sheets], axis=1)[:, order]
    skipped = np.concatenate([s.skipped[:, :most] for s in sheets], axis=1)[:, order]
    right, wrong = hits.cumsum(axis=1), (~hits & ~skipped).cumsum(axis=1)
    recall = right / sum(s.n_truths for s in sheets)
    precision = right / (right + wrong + np.spacing(1))
    best = np.maximum.accumulate(precision[:, ::-1], axis=1)[:, ::-1]
    best = np.append(best, np.zeros((len(best), 1)), axis=1)  # 끝난 뒤에는 0
    at = [np.searchsorted(r, RECALLS) for r in recall]
    return np.take_along_axis(best, np.array(at), axis=1), recall.max(axis=1, initial=0)
# --8<-- [end:curve]


# --8<-- [start:coco_evaluate]
def coco_evaluate(
    predictions: Sequence[dict], targets: Sequence[dict]
) -> dict[str, float]:
    """COCO의 열두 수. 정답이 하나도 없어 잴 수 없는 것은 -1이다.

    predictions: 그림마다 {"boxes": (D, 4) xyxy, "scores": (D,), "labels": (D,)}
    targets: 그림마다 {"boxes": (M, 4), "labels": (M,)}. 있으면 "iscrowd"와 "area"도
    반환: AP, AP50, AP75, AR1, AR10, AR100과 크기(s, m, l)마다의 AP와 AR
    """
    guesses, truths = read(predictions, targets)
    pairs = [*zip(guesses, truths, strict=True)]
    classes = sorted({int(k) for truth in truths for k in truth["labels"]})
    results = {}
    for name, size in SIZES.items():
        sheets = [[mark(of(g, k), of(t, k), size) for g, t in pairs] for k in classes]
        sheets = [rows for rows in sheets if sum(s.n_truths for s in rows)]
        for most in COUNTS[-1:] if name else COUNTS:
            curves = [curve(rows, most) for rows in sheets]
            results[f"AR{name or most}"] = mean([recall for _, recall in curves])
        results[f"AP{name}"] = mean([precision for precision, _ in curves])
        if not name:
            for t in (50, 75):
                at = [precision[(t - 50) // 5] for precision, _ in curves]
                results[f"AP{t}"] = mean(at)
    return results


def mean(values: list[Array]) -> float:
    return float(np.mean(values)) if values else -1.0
# --8<-- [end:coco_evaluate]


# --8<-- [start:read]
def read(predictions: Sequence[dict], targets: Sequence[dict]) -> tuple[list, list]:
    """그림마다의 사전을 약속한 배열로. 두 목록의 길이는 같아야 한다."""
    instance("predictions", predictions, Sequence, "그림마다의 사전을 담은 목록")
    instance("targets", targets, Sequence, "그림마다의 사전을 담은 목록")
    if len(predictions) != len(targets):
        raise ValueError(
            "predictions·targets: 그림의 수가 같아야 한다. 검출이 없는 그림에도 빈 "
            f"배열을 넣는다. 받은 수: {len(predictions)}, {len(targets)}."
        )
    return [prediction(given) for given in predictions], [*map(target, targets)]


def prediction(given: dict) -> dict:
    """그림 한 장의 검출"""
    given = filled("predictions", given, "boxes", "scores", "labels")
    boxes, scores = scored(given["boxes"], given["scores"])
    labels = integers("labels", given["labels"], "N", N=len(boxes))
    return {"boxes": boxes, "scores": scores, "labels": labels}


def target(given: dict) -> dict:
    """그림 한 장의 정답"""
    given = filled("targets", given, "boxes", "labels")
    boxes = as_boxes("boxes", given["boxes"])
    sizes = {"N": len(boxes)}
    area = given.get("area", areas(boxes))  # 마스크의 넓이를 따로 줄 수 있다
    crowd = given.get("iscrowd", np.zeros(len(boxes)))
    return {
        "boxes": boxes,
        "labels": integers("labels", given["labels"], "N", **sizes),
        "area": real("area", area, "N", **sizes),
        "iscrowd": real("iscrowd", crowd, "N", **sizes) != 0,
    }


def filled(name: str, given: dict, *keys: str) -> dict:
    """있어야 할 이름이 다 있는지 본다."""
    if missing := [key for key in keys if key not in mapping(name, given)]:
        raise ValueError(f"{name}: 사전마다 {', '.join(missing)}도 넣는다.")
    return given


def of(sheet: dict, label: int) -> dict:
    """클래스가 label인 것만"""
    return {key: value[sheet["labels"] == label] for key, value in sheet.items()}
# --8<-- [end:read]
