import numpy as np

from lessons.artifacts import load
from lessons.cnn.detection.average_precision import match_detections
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.yolo import decode
from lessons.scenes import make_scenes

scenes = make_scenes(100, rng=np.random.default_rng(100))
targets = [{"boxes": s.boxes, "labels": s.labels} for s in scenes]
total = sum(len(s.boxes) for s in scenes)
out = load("cnn/yolo_out")["out"]
for score in (0.05, 0.3, 0.6, 0.9):
    found = decode(out, 64, score_threshold=score)
    right = said = 0
    for guess, scene in zip(found, scenes, strict=True):
        for k in range(3):
            boxes = guess["boxes"][guess["labels"] == k]
            scores = guess["scores"][guess["labels"] == k]
            truths = scene.boxes[scene.labels == k]
            right += match_detections(boxes, scores, truths).sum()
            said += len(boxes)
    ap = coco_evaluate(found, targets)["AP50"]
    print(
        f"점수 {score:<4} 이상: 정밀도 {right / said:.3f}, "
        f"재현율 {right / total:.3f}, AP50 {ap:.3f}"
    )
