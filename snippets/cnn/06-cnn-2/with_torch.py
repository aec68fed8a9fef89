import torch

from lessons.cnn.vgg_torch import VGG16

with torch.device("meta"):  # 모양만 있고 수는 없다
    model = VGG16()
    images = torch.zeros(2, 3, 224, 224)
print("매개변수", f"{sum(p.numel() for p in model.parameters()):,}")
print("출력", tuple(model(images).shape))
print(*[*model.state_dict()][:2], "…", [*model.state_dict()][-1])
