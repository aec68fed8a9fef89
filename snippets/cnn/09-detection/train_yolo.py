# 허용 오차: 0.015
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.yolo_torch import answers, detect, outputs, train
from lessons.scenes import make_scenes


def run(seed):
    scenes = make_scenes(3000, rng=np.random.default_rng(seed))
    fresh = make_scenes(300, rng=np.random.default_rng(100 + seed))
    model = train(scenes, generator=torch.Generator().manual_seed(seed))
    found = coco_evaluate(detect(model, fresh), answers(fresh))
    return model, fresh, [found["AP50"], found["AP75"], found["AP"]]


runs = [run(seed) for seed in range(3)]
scores = np.array([score for *_, score in runs])
for name, column in zip(("AP50", "AP75", "AP"), scores.T, strict=True):
    print(f"{name:<4}  평균 {column.mean():.3f}  최악 {column.min():.3f}")
model, fresh, _ = runs[0]
print("매개변수", sum(p.numel() for p in model.parameters()))
weights = {name: p.numpy() for name, p in model.state_dict().items() if p.ndim}
save("cnn/yolo", **{name: p.astype(np.float16) for name, p in weights.items()})
save("cnn/yolo_out", out=outputs(model, fresh[:100]).astype(np.float16))
save("cnn/yolo_run", scores=scores)
