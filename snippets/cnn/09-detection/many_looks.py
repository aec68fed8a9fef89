# 허용 오차: 0.01
from dataclasses import replace

import numpy as np

from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.nms import batched_nms
from lessons.cnn.detection.yolo_torch import answers, detect, trained
from lessons.scenes import make_scenes

scenes = make_scenes(100, rng=np.random.default_rng(100))
model, looks = trained(), []
for dx, dy in ((0, 0), (3, 0), (0, 3), (3, 3)):  # 그림을 조금씩 밀어 다시 본다
    moved = [replace(s, image=np.roll(s.image, (dy, dx), (0, 1))) for s in scenes]
    found = detect(model, moved)
    looks.append([{**f, "boxes": f["boxes"] - [dx, dy, dx, dy]} for f in found])
merged = [
    {key: np.concatenate([f[key] for f in four]) for key in four[0]}
    for four in zip(*looks, strict=True)
]
for threshold in (0.3, 0.5, 0.7, 0.9, 1):
    kept = []
    for f in merged:
        keep = batched_nms(f["boxes"], f["scores"], f["labels"], threshold)
        kept.append({key: value[keep] for key, value in f.items()})
    result, said = (
        coco_evaluate(kept, answers(scenes)),
        sum(len(f["boxes"]) for f in kept),
    )
    print(f"문턱 {threshold:<3}  상자 {said:>4}개  AP50 {result['AP50']:.3f}", end="  ")
    print(f"AP {result['AP']:.3f}")
