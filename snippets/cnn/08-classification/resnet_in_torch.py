import torch

from lessons.cnn.resnet_torch import resnet18, resnet50

with torch.device("meta"):  # 배열을 만들지 않고 모양만 흘린다
    for build in (resnet18, resnet50):
        model = build()
        size = sum(p.numel() for p in model.parameters())
        shape = tuple(model(torch.empty(2, 3, 224, 224)).shape)
        print(f"{build.__name__}: {size:,}개, 나가는 모양 {shape}")
    print(list(model.state_dict())[:3], "…", list(model.state_dict())[-2:])
