import numpy as np

from lessons.artifacts import load
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.yolo import decode
from lessons.scenes import make_scenes

scenes = make_scenes(100, rng=np.random.default_rng(100))
targets = [{"boxes": s.boxes, "labels": s.labels} for s in scenes]
out = load("cnn/yolo_out")["out"]
found = coco_evaluate(decode(out, size=64), targets)
print(", ".join(f"{name} {value:.3f}" for name, value in found.items()))
for threshold in (0.3, 0.5, 0.8, 1):
    found = coco_evaluate(decode(out, 64, iou_threshold=threshold), targets)
    print(f"NMS 문턱 {threshold:<3}  AP50 {found['AP50']:.3f}  AP {found['AP']:.3f}")
