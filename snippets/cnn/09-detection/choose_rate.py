# 허용 오차: 0.03
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.detection.coco import coco_evaluate
from lessons.cnn.detection.yolo_torch import answers, detect, train
from lessons.scenes import make_scenes

RATES = (0.001, 0.01, 0.03, 0.1, 0.3)
scenes = make_scenes(2000, rng=np.random.default_rng(0))
validation = make_scenes(300, rng=np.random.default_rng(50))
scores = []
for lr in RATES:
    generator = torch.Generator().manual_seed(0)
    model = train(scenes, steps=600, lr=lr, generator=generator)
    found = coco_evaluate(detect(model, validation), answers(validation))
    scores.append([found["AP50"], found["AP"]])
    print(f"학습률 {lr:<5}  AP50 {found['AP50']:.2f}  AP {found['AP']:.2f}")
save("cnn/yolo_rates", rates=np.array(RATES), scores=np.array(scores))
