# 허용 오차: 0.02
import torch

from lessons.artifacts import load
from lessons.cnn.segmentation.unet_torch import UNet

model = UNet(num_classes=4)
model.load_state_dict({k: torch.from_numpy(v) for k, v in load("cnn/unet").items()})
model.eval()


def uneven(y):
    """2×2 칸의 네 자리가 얼마나 다른가: 자리의 표준편차 / 전체의 표준편차."""
    y = y[..., 8:-8, 8:-8]
    places = [y[..., i::2, j::2].mean(dim=(2, 3)) for i in (0, 1) for j in (0, 1)]
    return (torch.stack(places).std(dim=0).mean() / y.std()).item()


with torch.inference_mode():
    flat = torch.full((1, 3, 48, 48), 0.1)  # 아무것도 없는 어두운 그림
    kept = [model.first(flat)]
    for down in model.down:
        kept.append(down(torch.nn.functional.max_pool2d(kept[-1], 2)))
    x = kept.pop()
    for at in range(2):
        large = model.up[at](x)
        x = model.merge[at](torch.cat([kept.pop(), large], dim=1))
        print(
            f"{at + 1}번째 키우기: 전치 합성곱 뒤 {uneven(large):.2f}, "
            f"합성곱 둘 뒤 {uneven(x):.2f}"
        )
    p = model(flat).softmax(dim=1)[0, 0, 8:-8, 8:-8]
    print(f"배경일 확률 {p.min():.3f}부터 {p.max():.3f}까지")
