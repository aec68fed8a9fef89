# 허용 오차: 0.01
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.segmentation.metrics import class_iou, mean_iou
from lessons.cnn.segmentation.training_torch import fit, predict, scenes, to_tensors
from lessons.cnn.segmentation.unet_torch import UNet

torch.set_num_threads(1)
X_test, y_test = to_tensors(scenes(200, rng=np.random.default_rng(2000)))
answers = []
for seed in range(3):
    X, y = to_tensors(scenes(600, rng=np.random.default_rng(seed)))
    torch.manual_seed(seed)
    model = UNet(num_classes=4)
    fit(model, X, y, steps=500, lr=6e-3, generator=torch.Generator().manual_seed(seed))
    answers.append(predict(model, X_test))
    if seed == 0:
        state = {k: v.double() for k, v in model.state_dict().items()}
        save("cnn/unet", dtype="float16", **state)
scores = [mean_iou(y_test, answer, 4) for answer in answers]
print(f"매개변수 {sum(p.numel() for p in model.parameters()):,}개")
print(f"테스트 mIoU 평균 {np.mean(scores):.3f}, 최악 {min(scores):.3f}")
worst = min((class_iou(y_test, answer, 4) for answer in answers), key=np.mean)
print("최악인 씨앗의 배경, 원, 네모, 세모:", worst.round(2))
save("cnn/unet_answers", answers=np.array(answers, dtype=np.uint8))
