import numpy as np

from lessons.artifacts import load
from lessons.cnn.detection.boxes import box_iou
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.yolo import decode
from lessons.scenes import make_scenes

scenes = make_scenes(100, rng=np.random.default_rng(100))
targets = [{"boxes": s.boxes, "labels": s.labels} for s in scenes]
right = decode(load("cnn/yolo_out")["out"], size=64)
wrong = [{**f, "boxes": f["boxes"][:, [1, 0, 3, 2]]} for f in right]  # 가로와 세로
for name, found in {"바른 해독": right, "뒤바뀐 해독": wrong}.items():
    ap = coco_evaluate(found, targets)["AP50"]
    sure = np.concatenate([f["scores"] for f in found])
    best = [
        box_iou(s.boxes, f["boxes"]).max(axis=1, initial=0)
        for s, f in zip(scenes, found, strict=True)
    ]
    turned = [
        box_iou(s.boxes[:, [1, 0, 3, 2]], f["boxes"]).max(axis=1, initial=0)
        for s, f in zip(scenes, found, strict=True)
    ]
    print(f"{name}: AP50 {ap:.2f}, 점수의 가운데값 {np.median(sure):.2f}")
    for said, overlap in (("정답과", best), ("뒤집은 정답과", turned)):
        print(f"  {said} IoU의 가운데값 {np.median(np.concatenate(overlap)):.2f}")
